import { mercadoPagoOf } from './mercado-pago.js';
import type { CoreAnswers, Readiness, StandInOptions, TokenOutcome } from './options.js';
import { createSdk, type Sdk } from './sdk.js';
import { blurInput, clearInput, focusInput, inputOf, insertText, messagesDelivered } from './shopper.js';
import type { Holdable, SdkCall } from './test-controls.js';
import type { CardToken, FieldEvent, FieldEventName, FieldType, MercadoPagoConstructor } from './types.js';
import { readyField, useField } from './usable-field.js';

/** A mounted field. Its content is not accessible. */
export interface MountedField {
  readonly type: FieldType;
  readonly iframe: HTMLIFrameElement;
  /** True from the `ready` event on, and false again while a moved frame reloads. */
  readonly ready: boolean;
}

/** The last one that was uninstalled, until the next one is installed. */
let uninstalled: Sdk | undefined;

/**
 * An installed stand-in for MercadoPago.js, with its controls. Actions of the shopper use the real inputs inside the frames, so
 * they work offline only. For a fields page of another origin use a browser driver.
 */
export class StandIn {
  /** The constructor that is now `window.MercadoPago`. */
  readonly MercadoPago: MercadoPagoConstructor;
  readonly #sdk: Sdk;
  readonly #before: PropertyDescriptor | undefined;

  constructor(options: StandInOptions = {}) {
    this.#sdk = createSdk(options);
    if (uninstalled) uninstalled.next = this.#sdk;
    uninstalled = undefined;
    this.MercadoPago = mercadoPagoOf(this.#sdk);
    this.#before = Object.getOwnPropertyDescriptor(window, 'MercadoPago');
    Object.defineProperty(window, 'MercadoPago', {
      value: this.MercadoPago,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }

  /** The outcome of the next token request only. `undefined`: it succeeds. */
  get nextToken(): TokenOutcome | undefined {
    return this.#sdk.controls.nextToken;
  }

  set nextToken(outcome: TokenOutcome | undefined) {
    this.#sdk.controls.nextToken = outcome;
  }

  /** How fields mounted from now on become ready. */
  get readiness(): Readiness {
    return this.#sdk.controls.readiness;
  }

  set readiness(readiness: Readiness) {
    this.#sdk.controls.readiness = readiness;
  }

  /** Answers of the core methods that replace the built-in ones. They can be changed at any time. */
  get answers(): CoreAnswers {
    return this.#sdk.controls.answers;
  }

  /** All calls of the SDK so far, with secrets masked. */
  get calls(): readonly SdkCall[] {
    return this.#sdk.controls.calls;
  }

  /** The calls of one method, such as `fields.createCardToken` or `field.mount`. */
  callsOf(method: string): readonly SdkCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** All tokens so far. */
  get tokens(): readonly CardToken[] {
    return this.#sdk.controls.tokens;
  }

  /** The fields that are mounted now, the primary one first. */
  get fields(): readonly MountedField[] {
    return this.#sdk.mounted.flatMap(({ type, iframe, ready }) => (iframe ? [{ type, iframe, ready }] : []));
  }

  /** Delays `ready` events of fields that are mounted from now on, or answers to token requests, until the returned function is called. */
  hold(what: Holdable): () => void {
    return this.#sdk.controls.hold(what);
  }

  /** Resolves when the field is mounted and has emitted `ready`. Rejects after `timeout` with what is missing. */
  ready(type: FieldType): Promise<void> {
    return readyField(this.#sdk, type);
  }

  /** The real input in the field's frame, to look at its attributes. */
  input(type: FieldType): HTMLInputElement {
    return inputOf(this.#field(type).iframe, type);
  }

  /** Focuses the field, as soon as it is ready, and types the text, one key after the other. Rejects as `ready()` does. */
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

  /** Focuses the field and deletes its content. */
  clear(type: FieldType): Promise<void> {
    return this.#act(type, (input, iframe) => {
      focusInput(iframe, input);
      clearInput(input);
    });
  }

  /** Moves the focus into the field. */
  focus(type: FieldType): Promise<void> {
    return this.#act(type, (input, iframe) => focusInput(iframe, input));
  }

  /** Moves the focus out of the field. */
  blur(type: FieldType): Promise<void> {
    return this.#act(type, blurInput);
  }

  /** Calls the listeners of a mounted field, for events that the frame itself does not cause. */
  emit(type: FieldType, event: FieldEventName, detail: Omit<FieldEvent, 'field'> = {}): void {
    const field = this.#sdk.mounted.find((mounted) => mounted.type === type);
    if (!field) throw new Error(`No field ${type} is mounted`);
    field.emit(event, detail);
  }

  /**
   * Unmounts all fields and restores the previous `window.MercadoPago`. Objects that were made with this one, which our elements keep for
   * the page, use the next one that is installed.
   */
  uninstall(): void {
    uninstalled = this.#sdk;
    for (const field of [...this.#sdk.mounted]) field.unmount();
    this.#sdk.page.dispose();
    if (this.#before) Object.defineProperty(window, 'MercadoPago', this.#before);
    else Reflect.deleteProperty(window, 'MercadoPago');
  }

  /** Acts on the field as soon as it can be used, and waits until the page has handled the field's messages. */
  async #act(type: FieldType, act: (input: HTMLInputElement, iframe: HTMLIFrameElement) => void): Promise<void> {
    await useField(this.#sdk, type, ({ input, iframe }) => act(input, iframe));
    await messagesDelivered(window);
  }

  #field(type: FieldType): MountedField {
    const field = this.fields.find((mounted) => mounted.type === type);
    if (!field) throw new Error(`No field ${type} is mounted`);
    return field;
  }
}

/** Replaces `window.MercadoPago` by the stand-in. */
export function installMercadoPago(options: StandInOptions = {}): StandIn {
  return new StandIn(options);
}
