import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { MpError, type MpErrorCode, type MpSavedCardsElement, type TokenDetail } from '../../src/elements.js';
import type { StandIn } from '../../src/testing/index.js';
import { expectAccessible } from './accessible.js';
import { mountPage, nextKey, type MountOptions } from './mount-page.js';
import { nameOf, spoken, words } from './page-text.js';
import type { ConsoleRecorder, Recorder } from './recorder.js';
import { withinLimit } from './time-limit.js';

export { afterTest, mountPage, nextKey, type MountOptions, type Page } from './mount-page.js';

export const CODE = '739';

/** Like `mountPage`, and finds the element in the page, also in open shadow roots. */
export async function mount(template: TemplateResult, options: MountOptions = {}): Promise<SavedCards> {
  const { page, standIn, events, log } = await mountPage(template, options);
  return new SavedCards(options.element ?? find(page), page, standIn, events, log);
}

/** Mounts an element with these cards, and waits until its security code field is ready. */
export async function mountReady(cards: readonly unknown[], options?: MountOptions): Promise<SavedCards> {
  return ready(html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${cards}></mp-saved-cards>`, options);
}

/** Like `mount`, and waits until the security code field is ready. */
export async function ready(template: TemplateResult, options?: MountOptions): Promise<SavedCards> {
  const widget = await mount(template, options);
  await widget.ready();
  return widget;
}

function find(root: Element | ShadowRoot): MpSavedCardsElement {
  if (root instanceof HTMLElement && root.localName === 'mp-saved-cards') return root as MpSavedCardsElement;
  const found = root.querySelector('mp-saved-cards');
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) return find(shadowRoot);
  const own = root instanceof Element ? root.shadowRoot : null;
  if (own) return find(own);
  throw new Error('There is no <mp-saved-cards> on the page');
}

/** `<mp-saved-cards>` as shopper and page see it. */
export class SavedCards {
  readonly element: MpSavedCardsElement;
  /** The outermost element of the test's page. */
  readonly page: HTMLElement;
  readonly events: Recorder;
  readonly log: ConsoleRecorder;
  readonly #standIn: StandIn | undefined;

  constructor(
    element: MpSavedCardsElement,
    page: HTMLElement,
    standIn: StandIn | undefined,
    events: Recorder,
    log: ConsoleRecorder,
  ) {
    this.element = element;
    this.page = page;
    this.#standIn = standIn;
    this.events = events;
    this.log = log;
  }

  /** Another element of the same page. */
  beside(selector: string): SavedCards {
    const other = this.page.querySelector<MpSavedCardsElement>(selector);
    if (!other) throw new Error(`The page has no ${selector}`);
    return this.of(other);
  }

  /** Another element, wherever it is. */
  of(element: MpSavedCardsElement): SavedCards {
    return new SavedCards(element, this.page, this.#standIn, this.events, this.log);
  }

  get standIn(): StandIn {
    if (!this.#standIn) throw new Error('This page has no MercadoPago.js');
    return this.#standIn;
  }

  get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The element is not rendered');
    return this.element.shadowRoot;
  }

  // What the shopper sees and hears

  get radios(): HTMLInputElement[] {
    return [...this.root.querySelectorAll('input')];
  }

  get rows(): string[] {
    return [...this.root.querySelectorAll('.summary')].map(spoken);
  }

  /** Id of the card whose radio is checked. */
  get checked(): string | undefined {
    return this.radios.find(({ checked }) => checked)?.value;
  }

  get notice(): string {
    return this.text('[part=notice] p:last-of-type');
  }

  get hint(): string {
    return this.text('.hint');
  }

  /** The text under the security code. */
  get codeError(): string {
    return this.text('[part=error]');
  }

  get liveRegion(): string {
    return this.text('[part=status]');
  }

  get installments(): HTMLSelectElement | null {
    return this.root.querySelector('select');
  }

  /** The choices that are offered. */
  get plans(): string[] {
    return [...(this.installments?.options ?? [])].map(({ text }) => text);
  }

  /** The description of the installments. */
  get installmentsDetails(): string {
    const details = this.root.querySelector(`#${this.installments?.getAttribute('aria-describedby')}`);
    return details ? spoken(details) : '';
  }

  text(selector: string): string {
    return words(this.root.querySelector(selector));
  }

  part(name: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[part~=${name}]`);
  }

  /** The visible text of the card's row. */
  row(id: unknown): string {
    const copy = this.rowOf(id).cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('.spoken')) hidden.remove();
    return words(copy);
  }

  rowOf(id: unknown): HTMLElement {
    const row = this.root.querySelector<HTMLElement>(`[data-card="${String(id)}"]`);
    if (!row) throw new Error(`There is no row of ${String(id)}`);
    return row;
  }

  /** Ids of the cards that have a row, in order. */
  get rowIds(): (string | undefined)[] {
    return [...this.root.querySelectorAll<HTMLElement>('[data-card]')].map(({ dataset }) => dataset['card']);
  }

  /** Names of the buttons of a card's row, or of the whole widget. */
  buttons(id?: unknown): string[] {
    return this.#buttons(id).map(nameOf);
  }

  /** The part of the widget that has the focus. */
  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** Id of the card whose row has the focus, in whatever part of it. */
  get focusedRow(): string | undefined {
    return this.focused?.closest<HTMLElement>('[data-card]')?.dataset['card'];
  }

  #buttons(id?: unknown): HTMLButtonElement[] {
    return [...(id === undefined ? this.root : this.rowOf(id)).querySelectorAll('button')];
  }

  // The code's frame

  /** The frame that is shown now, as a node of the document. */
  get frame(): HTMLIFrameElement {
    const frame = this.standIn.fields[0]?.iframe;
    if (!frame) throw new Error('No field is mounted');
    return frame;
  }

  get codeInput(): HTMLInputElement {
    return this.standIn.input('securityCode');
  }

  /** Times at which a frame was mounted. */
  get mounts(): number {
    return this.standIn.callsOf('field.mount').length;
  }

  // What the shopper does

  async choose(index: number): Promise<void> {
    this.root.querySelectorAll<HTMLElement>('.summary')[index]?.click();
    await this.settled();
  }

  async type(code: string): Promise<void> {
    await this.standIn.type('securityCode', code);
    await this.settled();
  }

  /** Chooses a number of installments, with the events that a browser fires. */
  async pickInstallments(count: number): Promise<void> {
    const select = this.installments;
    if (!select) throw new Error('No installments are offered');
    select.value = String(count);
    select.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  /** Presses a key where the focus is, or on a row's radio. */
  async press(key: string, row?: number): Promise<void> {
    if (row !== undefined) this.radios[row]?.focus();
    await withinLimit(sendKeys({ press: key }), () => `the browser has not pressed ${key}`);
    await this.settled();
  }

  /** Focuses and presses the button of this name, in the row of a card if one is given. */
  async pressButton(name: string, id?: unknown): Promise<void> {
    const button = this.#buttons(id).find((each) => nameOf(each) === name);
    if (!button) throw new Error(`There is no button ${name}, only ${this.buttons(id).join(', ')}`);
    button.focus();
    button.click();
    await this.settled();
  }

  async click(selector: string): Promise<void> {
    const target = this.root.querySelector<HTMLElement>(selector);
    if (!target) throw new Error(`The widget shows no ${selector}`);
    target.click();
    await this.settled();
  }

  // What the page does

  /** The error of a token request that has to fail. */
  async tokenError(): Promise<MpError> {
    try {
      await this.element.tokenize();
    } catch (error) {
      if (error instanceof MpError) return error;
      throw error;
    }
    throw new Error('A token was made');
  }

  async expectTokenError(code: MpErrorCode): Promise<void> {
    expect((await this.tokenError()).code).to.equal(code);
    await this.settled();
  }

  /** Types a complete security code and makes a token. */
  async tokenize(code = CODE): Promise<TokenDetail> {
    await this.type(code);
    return this.element.tokenize();
  }

  async settled(): Promise<void> {
    await this.element.updateComplete;
    await this.element.updateComplete; // a render may have caused a further change of the state
  }

  async ready(): Promise<void> {
    await this.standIn.ready('securityCode');
    await this.settled();
  }

  /** The element's state as a page sees it. */
  get snapshot(): { state: string; complete: boolean; cardId: string | null } {
    const { state, complete, cardId } = this.element;
    return { state, complete, cardId };
  }

  async expectAccessible(): Promise<void> {
    await this.settled();
    await expectAccessible(this.page);
  }
}
