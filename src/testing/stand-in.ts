import { mercadoPagoOf } from './mercado-pago.js';
import type { CoreAnswers, Readiness, StandInOptions, TokenOutcome } from './options.js';
import { createSdk, type Sdk } from './sdk.js';
import { blurInput, clearInput, focusInput, inputOf, insertText, messagesDelivered } from './shopper.js';
import type { Holdable, SdkCall } from './stage.js';
import type { CardToken, FieldEvent, FieldEventName, FieldType, MercadoPagoConstructor } from './types.js';

/** A mounted field, as far as the page may know it: never its content. */
export interface MountedField {
  readonly type: FieldType;
  readonly iframe: HTMLIFrameElement;
  /** True from the `ready` event on, and false again while a moved frame reloads. */
  readonly ready: boolean;
}

/**
 * An installed stand-in for MercadoPago.js, with its controls. Acts of the shopper go to the real inputs inside the
 * frames, so they work offline only (a page served from another origin needs a browser driver).
 */
export class StandIn {
  /** What `window.MercadoPago` is now. */
  readonly MercadoPago: MercadoPagoConstructor;
  readonly #sdk: Sdk;
  readonly #before: PropertyDescriptor | undefined;

  constructor(options: StandInOptions = {}) {
    this.#sdk = createSdk(options);
    this.MercadoPago = mercadoPagoOf(this.#sdk);
    this.#before = Object.getOwnPropertyDescriptor(window, 'MercadoPago');
    Object.defineProperty(window, 'MercadoPago', {
      value: this.MercadoPago,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }

  /** How the next token request ends; forgotten after it. `undefined`: with a token. */
  get nextToken(): TokenOutcome | undefined {
    return this.#sdk.stage.nextToken;
  }

  set nextToken(outcome: TokenOutcome | undefined) {
    this.#sdk.stage.nextToken = outcome;
  }

  /** How fields mounted from now on become ready. */
  get readiness(): Readiness {
    return this.#sdk.stage.readiness;
  }

  set readiness(readiness: Readiness) {
    this.#sdk.stage.readiness = readiness;
  }

  /** Own answers of the core methods; may be changed at any time. */
  get answers(): CoreAnswers {
    return this.#sdk.stage.answers;
  }

  /** Every call of the SDK so far, secrets masked. */
  get calls(): readonly SdkCall[] {
    return this.#sdk.stage.calls;
  }

  /** The calls of one method, such as `fields.createCardToken` or `field.mount`. */
  callsOf(method: string): readonly SdkCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Every token handed out so far. */
  get tokens(): readonly CardToken[] {
    return this.#sdk.stage.tokens;
  }

  /** The fields that are mounted now, the primary one first. */
  get fields(): readonly MountedField[] {
    return this.#sdk.mounted.flatMap(({ type, iframe, ready }) => (iframe ? [{ type, iframe, ready }] : []));
  }

  /** Holds back `ready` events of fields mounted from now on, or answers to token requests, until the result is called. */
  hold(what: Holdable): () => void {
    return this.#sdk.stage.hold(what);
  }

  /** Settles when the field is mounted and its `ready` was heard. */
  async ready(type: FieldType): Promise<void> {
    while (!this.#sdk.mounted.some((field) => field.type === type && field.ready))
      await this.#sdk.stage.nextReadyField();
  }

  /** The real input in the field's frame, to look at its attributes. */
  input(type: FieldType): HTMLInputElement {
    return inputOf(this.#field(type).iframe, type);
  }

  /** Focuses the field and types the text, one key after the other. */
  type(type: FieldType, text: string): Promise<void> {
    return this.#act(type, (input, iframe) => {
      focusInput(iframe, input);
      for (const character of text) insertText(input, character, 'insertText');
    });
  }

  /** Focuses the field and pastes the text in one piece. */
  paste(type: FieldType, text: string): Promise<void> {
    return this.#act(type, (input, iframe) => {
      focusInput(iframe, input);
      input.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }));
      insertText(input, text, 'insertFromPaste');
    });
  }

  /** Focuses the field and deletes what is in it. */
  clear(type: FieldType): Promise<void> {
    return this.#act(type, (input, iframe) => {
      focusInput(iframe, input);
      clearInput(input);
    });
  }

  focus(type: FieldType): Promise<void> {
    return this.#act(type, (input, iframe) => focusInput(iframe, input));
  }

  blur(type: FieldType): Promise<void> {
    return this.#act(type, blurInput);
  }

  /** Calls the listeners of a mounted field, for events that a frame would not send by itself. */
  emit(type: FieldType, event: FieldEventName, detail: Omit<FieldEvent, 'field'> = {}): void {
    const field = this.#sdk.mounted.find((mounted) => mounted.type === type);
    if (!field) throw new Error(`No field ${type} is mounted`);
    field.emit(event, detail);
  }

  /** Unmounts what is still mounted and gives back the `window.MercadoPago` of before. */
  uninstall(): void {
    for (const field of [...this.#sdk.mounted]) field.unmount();
    this.#sdk.page.dispose();
    if (this.#before) Object.defineProperty(window, 'MercadoPago', this.#before);
    else Reflect.deleteProperty(window, 'MercadoPago');
  }

  /** Waits for the field, lets it hear what the page told it, acts, and lets the page hear what came of it. */
  async #act(type: FieldType, act: (input: HTMLInputElement, iframe: HTMLIFrameElement) => void): Promise<void> {
    await this.ready(type);
    const { iframe } = this.#field(type);
    const input = inputOf(iframe, type);
    if (input.ownerDocument.defaultView) await messagesDelivered(input.ownerDocument.defaultView);
    act(input, iframe);
    await messagesDelivered(window);
  }

  #field(type: FieldType): MountedField {
    const field = this.fields.find((mounted) => mounted.type === type);
    if (!field) throw new Error(`No field ${type} is mounted`);
    return field;
  }
}

/** Puts the stand-in in place of `window.MercadoPago`. */
export function installMercadoPago(options: StandInOptions = {}): StandIn {
  return new StandIn(options);
}
