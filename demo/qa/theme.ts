/** The public custom properties, without `--mp-`; see README, "Looks". */
export const PROPERTIES = {
  'color-accent': 'color',
  'color-accent-soft': 'color',
  'color-text': 'color',
  'color-text-muted': 'color',
  'color-surface': 'color',
  'color-border': 'color',
  'color-border-strong': 'color',
  'color-danger': 'color',
  'color-danger-soft': 'color',
  'color-warning': 'color',
  'color-warning-soft': 'color',
  'color-success': 'color',
  radius: 'length',
  'field-radius': 'length',
  space: 'length',
  'font-size': 'length',
  'focus-ring': 'shadow',
} as const;

export type PropertyName = keyof typeof PROPERTIES;

/** What a shop changes of the elements' looks. */
export type Theme = Readonly<Partial<Record<PropertyName, string>>>;

const isProperty = (name: string): name is PropertyName => Object.hasOwn(PROPERTIES, name);

/** Words, numbers and colours; nothing that ends a declaration or loads anything. */
const VALUE = /^[\w\s#.,%/()-]{1,80}$/;

/** The theme of an address, `color-accent:#8a3b12;radius:4px`; what is not known is left out. */
export function themeFrom(text: string): Theme {
  const pairs = text.split(';').map((declaration) => {
    const [name = '', ...value] = declaration.split(':');
    return [name.trim(), value.join(':').trim()] as const;
  });
  return Object.fromEntries(
    pairs.filter(([name, value]) => isProperty(name) && VALUE.test(value) && !/url/i.test(value)),
  );
}

export const themeText = (theme: Theme): string =>
  Object.entries(theme)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

/** The rule that a shop copies into its style sheet; empty when nothing was changed. */
export function themeCss(theme: Theme): string {
  const declarations = Object.entries(theme).map(([name, value]) => `  --mp-${name}: ${value};\n`);
  return declarations.length === 0
    ? ''
    : `mp-saved-cards,\nmp-add-card,\nmp-payment-challenge {\n${declarations.join('')}}\n`;
}
