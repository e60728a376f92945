import { connectSdk, type PaymentSdk } from '../../src/mercadopago/payment-sdk.js';
import type { SecureFieldsHost } from '../../src/mercadopago/secure-fields.js';
import { SecurityCodeField, type CodeFieldLook, type FieldEvent } from '../../src/mercadopago/security-code-field.js';
import { installMercadoPago, type StandIn, type StandInOptions } from '../../src/testing/index.js';
import { NewCardElement, looks } from './new-card-element.js';
import { nest, ourElement } from './nesting.js';

export const threeDigits: CodeFieldLook = { length: 3, mode: 'mandatory', label: 'Security code', placeholder: '123' };
export const fourDigits: CodeFieldLook = { ...threeDigits, length: 4, placeholder: '1234' };

/** An element with a security code field. It records the field's events. */
export class CodeElement implements SecureFieldsHost {
  readonly element = ourElement();
  readonly events: FieldEvent[] = [];
  readonly field: SecurityCodeField;
  busy = false;
  #waiting: (() => void)[] = [];
  readonly #place = crypto.randomUUID();

  constructor(place: Node) {
    place.appendChild(this.element);
    this.field = new SecurityCodeField(this);
  }

  publicKey(): string {
    return 'TEST-code';
  }

  /** None takes the place of another one. */
  place(): string {
    return this.#place;
  }

  styleSource(): Element {
    return this.element.shadowRoot?.querySelector('div') ?? this.element;
  }

  isBusy(): boolean {
    return this.busy;
  }

  onFieldEvent(event: FieldEvent): void {
    this.events.push(event);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  of<Type extends FieldEvent['type']>(type: Type): Extract<FieldEvent, { type: Type }>[] {
    return this.events.filter((event): event is Extract<FieldEvent, { type: Type }> => event.type === type);
  }

  /** Resolves when the event was emitted `times` times since the element was created. */
  async times(type: FieldEvent['type'], times: number): Promise<void> {
    while (this.of(type).length < times) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Error codes of the `failed` events so far. */
  get failures(): string[] {
    return this.of('failed').map(({ error }) => error.code);
  }
}

let keys = 0;

/** The test page with the stand-in and elements with Secure Fields. `close()` removes everything. */
export class TestPage {
  readonly standIn: StandIn;
  readonly sdk: PaymentSdk;
  readonly #fields: { close(): void }[] = [];
  readonly #places: Element[] = [];

  constructor(standIn: StandIn, sdk: PaymentSdk) {
    this.standIn = standIn;
    this.sdk = sdk;
  }

  static async open(options?: StandInOptions): Promise<TestPage> {
    const standIn = installMercadoPago({ timeout: 15_000, ...options });
    // A new key each time, since `connectSdk` keeps one instance per key.
    return new TestPage(standIn, await connectSdk(`TEST-code-${++keys}`, 'es-AR'));
  }

  element(...roots: Parameters<typeof nest>): CodeElement {
    const { outermost, place } = nest(...roots);
    const element = new CodeElement(place);
    this.#places.push(outermost);
    this.#fields.push(element.field);
    return element;
  }

  /** An element for a new card. */
  cardElement(...roots: Parameters<typeof nest>): NewCardElement {
    const { outermost, place } = nest(...roots);
    const element = new NewCardElement(place);
    this.#places.push(outermost);
    this.#fields.push(element.fields);
    return element;
  }

  /** An element whose field is shown and ready. */
  async shown(look = threeDigits): Promise<CodeElement> {
    const element = this.element();
    element.field.show(this.sdk, look, false);
    await element.times('ready', 1);
    return element;
  }

  /** An element whose three fields are shown and ready. */
  async shownCard(...roots: Parameters<typeof nest>): Promise<NewCardElement> {
    const element = this.cardElement(...roots);
    element.fields.show(this.sdk, looks, false);
    await element.times('ready', 3);
    return element;
  }

  get frame(): HTMLIFrameElement | undefined {
    return this.standIn.fields[0]?.iframe;
  }

  get input(): HTMLInputElement {
    return this.standIn.input('securityCode');
  }

  /** Resolves when the frame has handled all messages of the page so far. */
  async frameUpdated(): Promise<void> {
    await this.standIn.blur('securityCode');
  }

  close(): void {
    for (const fields of this.#fields) fields.close();
    for (const place of this.#places) place.remove();
    this.standIn.uninstall();
  }
}
