import { CARD_LIST, type CardListElement, type CardListLink, type NewCardLink } from '../core/card-list-link.js';
import type { Feature } from '../core/feature.js';
import { PROTOCOL, noteOtherCopy } from '../page-record.js';
import type { FormContext } from './context.js';
import { factsForList } from './selectors.js';
import type { Action, State } from './state.js';

const LIST_TAG = 'mp-saved-cards';

/** Finds the list that a form belongs to, whichever of the two is there first: the one around it, or the one it names. */
export class ListConnection implements Feature<State, Action> {
  readonly #form: FormContext['host'];
  readonly #link: NewCardLink;
  readonly #store: FormContext['store'];
  #leave: (() => void) | undefined;
  #list: CardListElement | undefined;
  #observer: MutationObserver | undefined;

  constructor({ host, store }: Pick<FormContext, 'host' | 'store'>, link: NewCardLink) {
    this.#form = host;
    this.#store = store;
    this.#link = link;
  }

  hostConnected(): void {
    this.connect();
  }

  hostDisconnected(): void {
    this.#disconnect();
  }

  /** The list hears of the form once the form has dispatched its own events. */
  changed(): void {
    if (this.isSlotted) this.list?.formChanged(factsForList(this.#store.state));
  }

  /** The list that the form has joined. */
  get list(): CardListLink | undefined {
    return this.#list?.[CARD_LIST];
  }

  /** The same; joins another one if that has left the page: it may have been replaced, as frameworks do. */
  find(): CardListLink | undefined {
    if (this.#list?.isConnected === false) this.connect();
    return this.list;
  }

  /** In the list's slot for it, not in another one or somewhere else on its page. */
  get isSlotted(): boolean {
    return this.#form.closest(`${LIST_TAG} > [slot=add-card]`) !== null;
  }

  /** Joins the list of this place; to be called whenever the place or the name may have changed. */
  connect(): void {
    const wanted = this.#find();
    if (wanted === this.#list && wanted) return;
    this.#disconnect();
    if (wanted?.[CARD_LIST]) this.#join(wanted);
    else if (wanted || this.isSlotted) void customElements.whenDefined(LIST_TAG).then(() => this.#retry());
    else if (this.#form.htmlFor) this.#waitForList();
  }

  #disconnect(): void {
    this.#observer?.disconnect();
    this.#leave?.();
    this.#list = this.#leave = this.#observer = undefined;
  }

  #join(list: CardListElement): void {
    const link = list[CARD_LIST];
    if (link.protocol !== PROTOCOL) return noteOtherCopy(link.version);
    this.#list = list;
    this.#leave = link.join(this.#link);
    this.changed();
    this.#link.settingsChanged();
  }

  #retry(): void {
    const list = this.#find();
    if (this.#form.isConnected && !this.#list && list?.[CARD_LIST]) this.#join(list);
  }

  #find(): CardListElement | undefined {
    const { htmlFor } = this.#form;
    const root = this.#form.getRootNode() as Document | ShadowRoot;
    const found = htmlFor ? root.getElementById?.(htmlFor) : this.#form.closest(LIST_TAG);
    return (found as CardListElement | null) ?? undefined;
  }

  #waitForList(): void {
    this.#observer = new MutationObserver(() => {
      if (this.#find()) this.connect();
    });
    this.#observer.observe(this.#form.getRootNode(), { childList: true, subtree: true });
  }
}
