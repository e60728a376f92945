import {
  CARD_FIELDS,
  CardFields,
  type CardFieldEvent,
  type CardFieldLooks,
  type CardFieldType,
} from '../../src/mercadopago/card-fields.js';
import type { SecureFieldsHost } from '../../src/mercadopago/secure-fields.js';

export const looks: CardFieldLooks = {
  cardNumber: { label: 'Card number', placeholder: '1234 1234' },
  expirationDate: { label: 'Expiry date', placeholder: 'MM/AA' },
  securityCode: { label: 'Security code', placeholder: '123' },
};

type RecordedEvent = CardFieldEvent & { field?: CardFieldType };

/** An element with the fields of a new card. It records their events. */
export class NewCardElement implements SecureFieldsHost {
  readonly element = document.createElement('section');
  readonly fields: CardFields;
  readonly events: RecordedEvent[] = [];
  busy = false;
  color = 'rgb(1, 2, 3)';
  #waiting: (() => void)[] = [];
  readonly #place = crypto.randomUUID();

  constructor(place: Node) {
    const boxes = CARD_FIELDS.map((type) => `<div><slot name="${type}"></slot></div>`);
    this.element.attachShadow({ mode: 'open' }).innerHTML =
      `<style>div { inline-size: 200px; block-size: 40px; }</style>${boxes.join('')}`;
    place.appendChild(this.element);
    this.fields = new CardFields(this);
  }

  publicKey(): string {
    return 'TEST-code';
  }

  /** None takes the place of another one. */
  place(): string {
    return this.#place;
  }

  styleSource(): Element {
    this.element.style.color = this.color;
    return this.element;
  }

  isBusy(): boolean {
    return this.busy;
  }

  onFieldEvent(event: CardFieldEvent, field?: CardFieldType): void {
    this.events.push({ ...event, ...(field && { field }) });
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  of<Type extends CardFieldEvent['type']>(type: Type, field?: CardFieldType): Extract<RecordedEvent, { type: Type }>[] {
    return this.events.filter(
      (event): event is Extract<RecordedEvent, { type: Type }> =>
        event.type === type && (!field || event.field === field),
    );
  }

  /** Resolves when the event was emitted `times` times since the element was created. */
  async times(type: CardFieldEvent['type'], times: number): Promise<void> {
    while (this.of(type).length < times) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
