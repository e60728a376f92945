import type { Frame, Page } from 'puppeteer-core';
import { typingArrived } from './typing-arrived.js';

/** A card as it is typed. */
export interface TypedCard {
  readonly number: string;
  /** `1130` for 11/30. */
  readonly expiration: string;
  readonly code: string;
  readonly name: string;
  /** None where the country asks for none. */
  readonly document?: { readonly type: string; readonly number: string } | undefined;
}

const FORM = 'mp-add-card';

/** The form for a new card, filled in with real keys as a shopper does it. */
export class NewCardForm {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until all three frames are ready. */
  async ready(): Promise<void> {
    await this.#page.waitForFunction(framesAreReady);
  }

  async fill({ number, expiration, code, name, document }: TypedCard): Promise<void> {
    await this.ready();
    await this.typeInto('cardNumber', number);
    await this.typeInto('expirationDate', expiration);
    await this.typeInto('securityCode', code);
    await this.#fillPlain('#cardholderName', name);
    if (document) await this.fillDocument(document);
  }

  /** Waits until a document is asked for. */
  async fillDocument(document: NonNullable<TypedCard['document']>): Promise<void> {
    await this.#page.waitForSelector(`${FORM} >>> #identificationType`);
    const select = await this.#page.$(`${FORM} >>> #identificationType`);
    await select?.select(document.type);
    await this.#fillPlain('#identificationNumber', document.number);
  }

  /** Types with real keys into a Secure Field. */
  async typeInto(field: 'cardNumber' | 'expirationDate' | 'securityCode', text: string): Promise<void> {
    const input = await (await this.#frame(field)).waitForSelector('input');
    await input?.type(text);
  }

  /** Types other digits in place of those in the field of the number. */
  async retypeNumber(number: string): Promise<void> {
    const input = await (await this.#frame('cardNumber')).waitForSelector('input');
    await input?.click({ count: 3 });
    await input?.type(number);
  }

  /** The same with the number of the document. */
  retypeDocument(number: string): Promise<void> {
    return this.#fillPlain('#identificationNumber', number);
  }

  /** The content of a Secure Field. */
  async valueOf(field: 'cardNumber' | 'expirationDate' | 'securityCode'): Promise<string> {
    return (await this.#frame(field)).$eval('input', ({ value }) => value);
  }

  /** Chooses the first bank that is offered, if the card asks for one. */
  async chooseBank(): Promise<void> {
    const select = await this.#page.$(`${FORM} >>> #issuerId`);
    const bank = await select?.evaluate((element) => (element as HTMLSelectElement).options[1]?.value);
    if (bank) await select?.select(bank);
  }

  /** Ticks "save this card". */
  async keep(): Promise<void> {
    await (await this.#page.waitForSelector(`${FORM} >>> #saveCard`))?.click();
  }

  async save(): Promise<void> {
    await typingArrived(this.#page);
    await (await this.#page.waitForSelector(`${FORM} >>> button.primary`))?.click();
  }

  /** What the form says about the attempt to save, once it is over. */
  async notice(): Promise<string> {
    await this.#page.waitForFunction(saveIsOver);
    return this.text('.notice p');
  }

  /** What a part of the form says, once it is there. */
  async text(selector: string): Promise<string> {
    const shown = await this.#page.waitForSelector(`${FORM} >>> ${selector}`);
    return (await shown?.evaluate(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())) ?? '';
  }

  async #fillPlain(selector: string, text: string): Promise<void> {
    const input = await this.#page.waitForSelector(`${FORM} >>> ${selector}`);
    await input?.evaluate((element) => (element as HTMLInputElement).select());
    await input?.type(text);
  }

  async #frame(field: string): Promise<Frame> {
    const iframe = await this.#page.waitForSelector(`iframe[name="${field}"]`);
    const frame = await iframe?.contentFrame();
    if (!frame) throw new Error(`there is no field ${field}`);
    return frame;
  }
}

function framesAreReady(): boolean {
  const root = document.querySelector('mp-add-card')?.shadowRoot;
  const frames = [...(root?.querySelectorAll('.frame') ?? [])];
  return frames.length === 3 && frames.every((frame) => frame.ariaBusy === 'false');
}

function saveIsOver(): boolean {
  const root = document.querySelector('mp-add-card')?.shadowRoot;
  return root?.querySelector('.primary')?.ariaBusy === 'false' && root.querySelector('.notice') !== null;
}
