import assert from 'node:assert/strict';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { CheckoutPage } from './checkout-page.js';
import type { PausedTimers } from './paused-timers.js';
import { NewCardForm, type TypedCard } from './new-card-form.js';

export const CODE = '739';

/** An official test card of Argentina, which the customer does not have yet. */
export const NEW_CARD = {
  number: '5287338310253304',
  expiration: '1130',
  code: '123',
  name: 'APRO',
  document: { type: 'DNI', number: '12345678' },
} satisfies TypedCard;

const ELEMENTS = 'mp-saved-cards, mp-add-card';

/** In milliseconds: how long a sentence may take on a busy machine. */
const SAID_WITHIN = 4_000;

/** A shopper on the QA page: what is pressed, typed and read there while something fails. */
export class Shopper {
  readonly checkout: CheckoutPage;
  readonly form: NewCardForm;
  readonly #timers: PausedTimers;

  constructor(checkout: CheckoutPage, timers: PausedTimers) {
    this.checkout = checkout;
    this.form = new NewCardForm(checkout.page);
    this.#timers = timers;
  }

  get #page(): Page {
    return this.checkout.page;
  }

  /** Lets the time pass until a time-out of this length is over and reported. */
  timeOut(milliseconds: number): Promise<void> {
    return this.#timers.passUntilError(milliseconds);
  }

  /** Types the code of the chosen card and pays. */
  async payWithCode(code = CODE): Promise<void> {
    await this.checkout.fieldReady();
    await this.checkout.typeCode(code);
    await this.checkout.pay();
  }

  async seesCards(): Promise<void> {
    await this.#page.waitForSelector('mp-saved-cards >>> .digits');
  }

  /** Waits until the installments are there, so that only the frames are missing. */
  async seesPlans(): Promise<void> {
    await this.#page.waitForSelector('mp-saved-cards >>> #installments option[value="3"]');
  }

  async fillNewCard(): Promise<void> {
    await this.checkout.useAnotherCard();
    await this.form.fill(NEW_CARD);
    await this.form.chooseBank();
  }

  /** Presses the button that is offered beside a sentence. */
  async press(label: string): Promise<void> {
    const button = (await this.#page.waitForFunction(findButton, {}, ELEMENTS, label)).asElement();
    await (button as ElementHandle<Element>).click();
  }

  /** Waits until this is all that is said, in notices and beside fields. */
  async reads(expected: readonly string[]): Promise<void> {
    const said = () => this.#page.evaluate(readSaid, ELEMENTS);
    const isOver = AbortSignal.timeout(SAID_WITHIN);
    while (!isOver.aborted && JSON.stringify(await said()) !== JSON.stringify(expected));
    assert.deepEqual(await said(), expected);
  }

  /** Waits until as many errors are reported, and gives the codes of all. */
  async errorCodes(count: number): Promise<string[]> {
    await this.#page.waitForFunction(
      (expected) =>
        [...document.querySelectorAll('.log strong')].filter(({ textContent }) => textContent === 'card-error')
          .length >= expected,
      {},
      count,
    );
    const entries = await this.#page.$$eval('.log li', (all) => all.map(({ textContent }) => textContent));
    const codes = entries.filter((entry) => entry.includes('card-error'));
    return codes.map((entry) => /"code": "([^"]*)"/.exec(entry)?.[1] ?? entry).reverse();
  }

  /** The shop and Mercado Pago work again, and the shop has corrected its page; the shopper's page stays as it is. */
  async faultEnds(): Promise<void> {
    await this.#page.$$eval('.actions button', (buttons) =>
      buttons.find(({ textContent }) => textContent === 'end the fault')?.click(),
    );
    await this.#page.waitForFunction(() => document.querySelector<HTMLSelectElement>('#set-fault')?.value === 'none');
  }
}

function findButton(elements: string, label: string): HTMLButtonElement | undefined {
  const buttons = [...document.querySelectorAll(elements)].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.querySelectorAll('button') ?? []),
  ]);
  return buttons.find((button) => button.innerText.trim() === label && button.checkVisibility());
}

function readSaid(elements: string): string[] {
  const parts = [...document.querySelectorAll(elements)].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.querySelectorAll<HTMLElement>('[part~=notice]:not(.success) p, [part~=error]') ?? []),
  ]);
  const shown = parts.filter((part) => part.checkVisibility());
  return shown.map(({ innerText }) => innerText.trim()).filter(Boolean);
}
