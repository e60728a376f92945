import { h } from '../dom.js';
import type { SettingsLink } from '../settings.js';
import { PROPERTIES, themeCss, themeFrom, themeText, type PropertyName, type Theme } from '../theme.js';
import type { Widgets } from '../widgets.js';
import { copyButton } from './copy-button.js';

const NAMES = Object.keys(PROPERTIES) as PropertyName[];

const PLACEHOLDERS = { length: 'such as 8px', shadow: 'such as 0 0 0 3px #0b66e4' } as const;

/** Changes the elements' looks, and prints the CSS that does. The page has exactly what is printed. */
export class ThemeEditor {
  readonly elements: readonly HTMLElement[];
  readonly #settings: SettingsLink;
  readonly #widgets: Widgets;
  readonly #sheet = new CSSStyleSheet();
  readonly #inputs = new Map<PropertyName, HTMLInputElement>();
  readonly #css = h('code');
  #theme: Theme;

  constructor(settings: SettingsLink, widgets: Widgets) {
    this.#settings = settings;
    this.#widgets = widgets;
    this.#theme = themeFrom(settings.current.css);
    document.adoptedStyleSheets.push(this.#sheet);
    const reset = h('button', { type: 'button' }, 'as it was');
    reset.addEventListener('click', () => this.#change({}));
    this.elements = [
      h('div', { className: 'settings' }, ...NAMES.map((name) => this.#field(name))),
      h('p', { className: 'hint' }, 'A Secure Field into which something is typed keeps its looks until it is empty.'),
      h('pre', { tabIndex: 0, role: 'region', ariaLabel: 'CSS' }, this.#css),
      h(
        'div',
        { className: 'actions' },
        copyButton('copy', () => this.#css.textContent),
        reset,
      ),
    ];
    this.#apply();
  }

  /** Shows the colours that the element has by itself. Called once it is on the page. */
  showDefaults(): void {
    for (const [name, input] of this.#inputs)
      if (PROPERTIES[name] === 'color' && !this.#theme[name]) input.value = this.#colourOf(name);
  }

  #field(name: PropertyName): HTMLElement {
    const kind = PROPERTIES[name];
    const input = h('input', { id: `theme-${name}`, autocomplete: 'off' });
    if (kind === 'color') input.type = 'color';
    else input.placeholder = PLACEHOLDERS[kind];
    input.addEventListener('input', () => this.#change({ ...this.#theme, [name]: input.value }));
    this.#inputs.set(name, input);
    return h('div', { className: 'setting' }, h('label', { htmlFor: input.id }, `--mp-${name}`), input);
  }

  #change(theme: Theme): void {
    const css = themeText(themeFrom(themeText(theme)));
    this.#theme = themeFrom(css);
    this.#settings.change({ css });
    this.#apply();
  }

  #apply(): void {
    const css = themeCss(this.#theme);
    this.#sheet.replaceSync(css);
    this.#css.textContent = css || '/* Nothing is changed. */';
    for (const [name, input] of this.#inputs) {
      const value = this.#theme[name] ?? '';
      // What is being typed is left alone.
      if (input.type !== 'color' && input !== document.activeElement) input.value = value;
      else if (value) input.value = value;
    }
    if (this.#widgets.outer.isConnected) this.showDefaults();
  }

  /** As the element's own style sheet has it, light or dark. */
  #colourOf(name: PropertyName): string {
    const probe = h('i', { hidden: true });
    probe.style.setProperty('color', `var(--_${PRIVATE_NAMES[name] ?? name.replace('color-', '')})`);
    this.#widgets.outer.shadowRoot?.append(probe);
    const parts = getComputedStyle(probe).color.match(/\d+/g) ?? [];
    probe.remove();
    return `#${parts
      .slice(0, 3)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  }
}

/** Names of `src/ui/tokens.ts` that are shorter than the public ones. */
const PRIVATE_NAMES: Theme = {
  'color-text-muted': 'muted',
  'color-border': 'line',
  'color-border-strong': 'line-strong',
};
