import { hasSameData, type CardData } from '../card/same-card.js';
import type { SavedCard } from '../card/saved-card.js';
import { MpError, asMpError, isSaveOutcomeUnknown } from '../errors.js';
import type { NewCard } from '../merchant/client.js';

/** A card to be saved, with what identifies it in a list. */
export interface CardToSave extends NewCard, CardData {}

/** What saving a card is made of. */
export interface SaveSteps {
  /** Another token of what was typed. */
  prepare(): Promise<CardToSave>;
  post(card: CardToSave, key: string): Promise<SavedCard>;
  list(): Promise<readonly SavedCard[]>;
  newKey(): string;
}

interface Attempt {
  readonly card: CardToSave;
  readonly key: string;
  /** Of which content of the form its token is. */
  readonly content: number;
}

/**
 * Saves a card once, whatever becomes of the answers.
 *
 * | the attempt before                 | what the next press does                                               |
 * |------------------------------------|------------------------------------------------------------------------|
 * | none, or refused                   | new token, new key                                                     |
 * | outcome unknown                    | the same token with the same key                                       |
 * | … and now that is refused          | asks the list: the card there is the saved one, otherwise a new token  |
 * | outcome unknown, then edited       | new token, but asks the list before it is sent; from then on always    |
 */
export class SaveOnce {
  readonly #steps: SaveSteps;
  /** An attempt that may have saved the card or not. */
  #unsure: Attempt | undefined;
  /** The outcome of a card before this one is unknown. */
  #mayBeThere = false;
  #content = 0;

  constructor(steps: SaveSteps) {
    this.#steps = steps;
  }

  /** Something else is in the fields now, or nothing: the token of an unknown outcome is of another card. */
  changed(): void {
    this.#content++;
  }

  /**
   * The card, as the shop keeps it.
   *
   * @throws MpError as the steps do
   */
  async save(): Promise<SavedCard> {
    const before = this.#unsure;
    if (before?.content === this.#content) {
      const saved = await this.#repeat(before);
      if (saved) return saved;
    } else if (before) this.#mayBeThere = true;
    const content = this.#content; // what is typed while the token is made is not in it
    const card = await this.#steps.prepare();
    // Its method and bank may be of another card by now.
    if (content !== this.#content) throw new MpError('aborted', 'The card changed while its token was made.');
    const there = this.#mayBeThere && (await this.#find(card));
    this.#unsure = undefined;
    return there || this.#send({ card, key: this.#steps.newKey(), content });
  }

  /** Nothing when the old token is of no more use and the card is not there. */
  async #repeat(attempt: Attempt): Promise<SavedCard | undefined> {
    try {
      return await this.#send(attempt);
    } catch (refusal) {
      if (this.#unsure) throw refusal; // as unknown as before
      this.#unsure = attempt; // until the list has answered
      const there = await this.#find(attempt.card);
      this.#unsure = undefined;
      if (!there && !isAboutToken(refusal)) throw refusal;
      return there;
    }
  }

  async #send(attempt: Attempt): Promise<SavedCard> {
    this.#unsure = attempt;
    try {
      const card = await this.#steps.post(attempt.card, attempt.key);
      this.#unsure = undefined;
      return card;
    } catch (error) {
      if (!isUnknown(asMpError(error))) this.#unsure = undefined;
      throw error;
    }
  }

  async #find(card: CardToSave): Promise<SavedCard | undefined> {
    const cards = await this.#steps.list();
    return cards.find((record) => isRecordOf(record, card));
  }
}

/** A list may leave out the first six digits: such a record is of any card with the same last digits and expiry date. */
function isRecordOf(record: SavedCard, card: CardToSave): boolean {
  const leftOut = record.firstSixDigits ? {} : { firstSixDigits: 'left out' };
  return hasSameData({ ...record, ...leftOut }, { ...card, ...leftOut });
}

const isUnknown = (error: MpError | undefined): boolean => error !== undefined && isSaveOutcomeUnknown(error);

/** Used or invalid. A shop may hide Mercado Pago's code, so every refusal without a name of its own may be that. */
const isAboutToken = (refusal: unknown): boolean => asMpError(refusal)?.code === 'endpoint-status';
