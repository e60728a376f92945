import { html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { MpError, type MpAddCardElement, type MpErrorCode, type TokenDetail } from '../../src/elements.js';
import { CARD_FIELDS, type CardFieldType } from '../../src/mercadopago/card-fields.js';
import type { StandIn } from '../../src/testing/index.js';
import { expectAccessible } from './accessible.js';
import { ScriptedMerchant } from './merchant.js';
import type { ConsoleRecorder, Recorder } from './recorder.js';
import { mountPage, nextKey, type MountOptions, type Page } from './saved-cards-harness.js';
import { withinLimit } from './time-limit.js';

/** A card of the shopper. */
export interface Plastic {
  number: string;
  expiry: string;
  code: string;
  name?: string;
  document?: string;
}

export const VISA: Plastic = {
  number: '4509953566233704',
  expiry: '1130',
  code: '123',
  name: 'APRO',
  document: '12345678',
};
export const AMEX: Plastic = { ...VISA, number: '371180303257522', code: '1234' };

/** The shop's answer when it has saved the card. */
export const savedVisa = {
  id: '2001',
  first_six_digits: '450995',
  last_four_digits: '3704',
  expiration_month: 11,
  expiration_year: 2030,
  payment_method: { id: 'visa', name: 'Visa', payment_type_id: 'credit_card' },
  security_code: { length: 3, card_location: 'back' },
  issuer: { id: 25, name: 'Visa' },
};

/** Renders `template` into the page, with the stand-in for MercadoPago.js, and finds the form in it. */
export async function mountForm(template: TemplateResult, options?: MountOptions): Promise<AddCard> {
  const page = await mountPage(template, options);
  const element = find(page.page);
  if (!element) throw new Error('There is no <mp-add-card> on the page');
  await element.updateComplete;
  return new AddCard(element, page);
}

/** An open form that saves at `merchant`, with ready fields. */
export async function readyForm(
  merchant = new ScriptedMerchant().cards(savedVisa),
  options?: MountOptions,
): Promise<AddCard> {
  const form = await mountForm(
    html`<mp-add-card
      open
      locale="es-AR"
      public-key=${nextKey()}
      endpoint="/api/cards"
      .fetch=${merchant.fetch}
    ></mp-add-card>`,
    options,
  );
  await form.ready();
  return form;
}

function find(root: Element | ShadowRoot): MpAddCardElement | null {
  if (root instanceof HTMLElement && root.localName === 'mp-add-card') return root as MpAddCardElement;
  const found = root.querySelector('mp-add-card');
  if (found) return found;
  const inner = [root, ...root.querySelectorAll('*')].flatMap(
    (node) => ('shadowRoot' in node ? node.shadowRoot : null) ?? [],
  );
  return inner.map(find).find((element) => element !== null) ?? null;
}

const words = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** `<mp-add-card>` as shopper and page see it. */
export class AddCard {
  readonly element: MpAddCardElement;
  readonly #page: Page;

  constructor(element: MpAddCardElement, page: Page) {
    this.element = element;
    this.#page = page;
  }

  /** Another element of the same page. */
  of(element: MpAddCardElement): AddCard {
    return new AddCard(element, this.#page);
  }

  get page(): HTMLElement {
    return this.#page.page;
  }

  get events(): Recorder {
    return this.#page.events;
  }

  get log(): ConsoleRecorder {
    return this.#page.log;
  }

  get standIn(): StandIn {
    if (!this.#page.standIn) throw new Error('This page has no MercadoPago.js');
    return this.#page.standIn;
  }

  get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The element is not rendered');
    return this.element.shadowRoot;
  }

  // What the shopper sees and hears

  get isOpen(): boolean {
    return this.root.querySelector('.form') !== null;
  }

  /** The labels of all fields, in order. */
  get asked(): string[] {
    return [...this.root.querySelectorAll('.field-label')].map(words);
  }

  get notice(): string {
    return words(this.root.querySelector('[part=notice] p'));
  }

  get liveRegion(): string {
    return words(this.root.querySelector('[part=status]'));
  }

  /** The brand's name for assistive technology, beside the number. */
  get brand(): string {
    return words(this.root.querySelector('#brand'));
  }

  get codeHint(): string {
    return words(this.root.querySelector('#securityCode-hint'));
  }

  /** The text under a field. */
  error(field: string): string {
    return words(this.root.querySelector(`#${field}-error`));
  }

  /** The texts under all fields, from top to bottom. */
  get errors(): string[] {
    return [...this.root.querySelectorAll('.error')].map(words).filter(Boolean);
  }

  button(selector = '.primary'): HTMLButtonElement {
    const button = this.root.querySelector<HTMLButtonElement>(selector);
    if (!button) throw new Error(`The form shows no ${selector}`);
    return button;
  }

  input(id: string): HTMLInputElement {
    const input = this.root.querySelector<HTMLInputElement>(`#${id}`);
    if (!input) throw new Error(`The form shows no ${id}`);
    return input;
  }

  /** What has the focus in the form: an id, or the name of a frame. */
  get focused(): string | undefined {
    const active = this.root.activeElement as HTMLElement | null;
    const frame = this.standIn.fields.find(({ iframe }) => iframe === document.activeElement);
    return frame?.type ?? active?.dataset['field'] ?? (active?.id || active?.className);
  }

  /** Resolves when the focus is there; between frames that takes a message. */
  async focusOn(name: string): Promise<void> {
    await waitUntil(() => this.focused === name, `focus on ${name}`);
  }

  /** Resolves when the input in the frame has this `aria-invalid`. */
  async marked(field: CardFieldType, invalid: boolean): Promise<void> {
    const input = this.standIn.input(field);
    await waitUntil(() => input.getAttribute('aria-invalid') === String(invalid), `${field} marked ${invalid}`);
  }

  // What the shopper does

  async type(field: CardFieldType, text: string): Promise<void> {
    await this.standIn.type(field, text);
    await this.settled();
  }

  /** Leaves a Secure Field. */
  async leave(field: CardFieldType): Promise<void> {
    await this.standIn.blur(field);
    await this.settled();
  }

  /** Types into a native input, with one `input` event per key. */
  async fill(id: string, text: string): Promise<void> {
    const input = this.input(id);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.settled();
  }

  async choose(id: string, value: string): Promise<void> {
    const select = this.root.querySelector<HTMLSelectElement>(`select#${id}`);
    if (!select) throw new Error(`The form shows no ${id}`);
    select.value = value;
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  async typeCard({ number, expiry, code, name, document }: Plastic = VISA): Promise<void> {
    await this.standIn.type('cardNumber', number);
    await this.standIn.type('expirationDate', expiry);
    await this.standIn.type('securityCode', code);
    await this.settled();
    if (name !== undefined) await this.fill('cardholderName', name);
    if (document !== undefined && this.root.querySelector('#identificationNumber'))
      await this.fill('identificationNumber', document);
  }

  async click(selector = '.primary'): Promise<void> {
    this.button(selector).click();
    await this.settled();
  }

  async press(key: string): Promise<void> {
    await withinLimit(sendKeys({ press: key }), () => `the browser has not pressed ${key}`);
    await this.settled();
  }

  // What the page does

  /** The error of a promise that has to reject. */
  async errorOf(work: Promise<unknown>): Promise<MpError> {
    try {
      await work;
    } catch (error) {
      await this.settled();
      if (error instanceof MpError) return error;
      throw error;
    }
    throw new Error('It worked');
  }

  async codeOf(work: Promise<unknown>): Promise<MpErrorCode> {
    return (await this.errorOf(work)).code;
  }

  async tokenize(card: Plastic = VISA): Promise<TokenDetail> {
    await this.typeCard(card);
    return this.element.tokenize();
  }

  async settled(): Promise<void> {
    await this.element.updateComplete;
    await this.element.updateComplete; // a render may have caused a further change of the state
  }

  /** Resolves when the Secure Fields are ready and the look-ups are answered. */
  async ready(): Promise<void> {
    for (const field of CARD_FIELDS) await this.standIn.ready(field);
    await Promise.resolve();
    await this.settled();
  }

  async expectAccessible(): Promise<void> {
    await this.settled();
    await expectAccessible(this.page);
  }
}
