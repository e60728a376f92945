import type { MpEvent } from '../../src/core/events.js';
import type { ScriptedMerchant } from './merchant.js';
import { EVENT_NAMES } from './recorder.js';
import { afterTest } from './saved-cards-harness.js';

/** The end of the turn in which the shopper or the page acted. */
export const TURN = '— the turn of the act ends —';

const KINDS: Record<string, string> = { 'mp-saved-cards': 'list', 'mp-add-card': 'form' };

interface Detail {
  readonly state?: string;
  readonly complete?: boolean;
  readonly cardId?: string | null;
  readonly reason?: string;
  readonly card?: { readonly id: string } | null;
  readonly cards?: readonly unknown[];
  readonly error?: { readonly code: string };
  readonly phase?: string;
  readonly installments?: number;
  readonly paymentMethod?: { readonly id: string } | null;
}

/** What a reader of the log wants to know of an event's detail. */
function factOf(type: string, detail: Detail): string {
  const { state, complete, cardId, reason, card, error, phase, installments, paymentMethod } = detail;
  if (type === 'state-change') return `${state}${complete ? ', complete' : ''}`;
  if (type === 'token-invalidated') return `of ${cardId}: ${reason}`;
  if (type === 'card-error') return `${error?.code} (${phase})`;
  if (type === 'installments-change') return String(installments);
  if (type === 'payment-method-change') return paymentMethod?.id ?? 'none';
  return String(card === undefined ? cardId : (card?.id ?? null));
}

/**
 * Everything that a page can see from now on, in one order: each event that bubbles, at the moment when it is dispatched
 * (so one that a listener causes comes after), each submit, each request to the shop, and what a test notes.
 */
export class EventLog {
  lines: string[] = [];
  readonly #listening = new AbortController();

  constructor() {
    const options = { capture: true, signal: this.#listening.signal };
    for (const name of [...EVENT_NAMES, 'before-tokenize'])
      document.addEventListener(name, (event) => this.#hear(event as MpEvent<Detail>), options);
    document.addEventListener('submit', ({ target }) => this.#hearSubmit(target as HTMLFormElement), options);
    afterTest(() => this.#listening.abort());
  }

  note(line: string): void {
    this.lines.push(line);
  }

  /** Acts, and notes when the turn of it ends. */
  during(act: () => unknown): void {
    act();
    this.note(TURN);
  }

  forget(): void {
    this.lines = [];
  }

  /** The shop's `fetch`, whose requests are noted. */
  fetch({ fetch }: ScriptedMerchant): typeof globalThis.fetch {
    return (url, init) => {
      this.note(`${init?.method ?? 'GET'} ${url as string}`);
      return fetch(url, init);
    };
  }

  #hear({ type, detail, target, bubbles }: MpEvent<Detail>): void {
    if (!bubbles) return; // the form in a list's slot: the list reports its state
    const { id, localName } = target as Element;
    this.note(`${id || KINDS[localName]} ${type} ${factOf(type, detail)}`);
  }

  #hearSubmit(form: HTMLFormElement): void {
    const names = [...new FormData(form).keys()].filter((name) => /token\b/.test(name));
    this.note(`submit with ${names.join(' and ') || 'no token'}`);
  }
}
