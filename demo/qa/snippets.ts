import type { Attributes, Markup } from './integration.js';

/** How a shop can write its page. */
export const LANGUAGES = { html: 'HTML', react: 'React', vue: 'Vue' } as const;

export type Language = keyof typeof LANGUAGES;

/** The integration in one of these languages, to be copied. `payLabel`: `null` where there is nothing to pay. */
export function snippet(language: Language, markup: Markup, payLabel: string | null): string {
  return writers[language](markup, payLabel);
}

const writers: Readonly<Record<Language, (markup: Markup, payLabel: string | null) => string>> = {
  html: (markup, payLabel) => form(markup, payLabel, HTML),
  react: (markup, payLabel) =>
    [
      "import 'mp-saved-cards';",
      "import type {} from 'mp-saved-cards/react'; // the elements in JSX",
      '',
      '// React 19. In React 18 write the attributes as in HTML.',
      'export function Checkout() {',
      '  return (',
      indented(form(markup, payLabel, JSX), '    '),
      '  );',
      '}',
    ].join('\n'),
  vue: (markup, payLabel) =>
    [
      '<script setup lang="ts">',
      "import 'mp-saved-cards';",
      "import type {} from 'mp-saved-cards/vue'; // the elements in templates",
      '</script>',
      '',
      '<!-- Vite: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("mp-") } } }) -->',
      '<template>',
      indented(form(markup, payLabel, HTML), '  '),
      '</template>',
    ].join('\n'),
};

/** In what the languages differ. */
interface Syntax {
  /** An attribute that has a value. */
  attribute(name: string, value: string): string;
  flag(name: string): string;
  text(text: string): string;
  /** Whether `<mp-add-card />` is an element without content. */
  readonly closesItself: boolean;
}

const HTML: Syntax = {
  attribute: (name, value) => `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  flag: (name) => name,
  text: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  closesItself: false,
};

const JSX: Syntax = {
  attribute: (name, value) => `${property(name)}=${/["&]/.test(value) ? `{${JSON.stringify(value)}}` : `"${value}"`}`,
  flag: property,
  text: (text) => (/[{}<>&]/.test(text) ? `{${JSON.stringify(text)}}` : text),
  closesItself: true,
};

/** `public-key` is `publicKey`. */
function property(attribute: string): string {
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function form(markup: Markup, payLabel: string | null, syntax: Syntax): string {
  const inner = element(markup, syntax);
  if (payLabel === null) return inner;
  const button = `<button>${syntax.text(payLabel)}</button>`;
  return `<form action="/checkout" method="post">\n${indented(`${inner}\n${button}`, '  ')}\n</form>`;
}

function element({ tag, attributes, children }: Markup, syntax: Syntax): string {
  const written = writtenAttributes(attributes, syntax);
  const isShort = written.length < 2;
  const start = isShort ? [`<${tag}`, ...written].join(' ') : [`<${tag}`, ...written.map(line), ''].join('\n');
  if (children.length === 0 && syntax.closesItself) return `${start}${isShort ? ' ' : ''}/>`;
  const content = children.map((child) => `\n${indented(element(child, syntax), '  ')}`).join('');
  return `${start}>${content}${content && '\n'}</${tag}>`;
}

function writtenAttributes(attributes: Attributes, syntax: Syntax): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (value === null || value === false) return [];
    return [value === true ? syntax.flag(name) : syntax.attribute(name, value)];
  });
}

const line = (text: string): string => `  ${text}`;
const indented = (text: string, indent: string): string => text.replace(/^(?=.)/gm, indent);
