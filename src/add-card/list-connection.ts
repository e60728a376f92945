import { CARD_LIST, type CardListElement, type CardListLink, type NewCardLink } from '../core/card-list-link.js';
import { PROTOCOL, noteOtherCopy } from '../page-record.js';

const LIST_TAG = 'mp-saved-cards';

/** Finds the list that a form belongs to, whichever of the two is there first: the one around it, or the one it names. */
export class ListConnection {
  readonly #form: HTMLElement & { readonly htmlFor: string };
  readonly #link: NewCardLink;
  #leave: (() => void) | undefined;
  #list: CardListElement | undefined;
  #watch: MutationObserver | undefined;

  constructor(form: HTMLElement & { readonly htmlFor: string }, link: NewCardLink) {
    this.#form = form;
    this.#link = link;
  }

  /** One that has left the page may have been replaced, as frameworks do. */
  get list(): CardListLink | undefined {
    if (this.#list?.isConnected === false) this.connect();
    return this.#list?.[CARD_LIST];
  }

  /** In the list's slot for it, not in another one or somewhere else on its page. */
  get isSlotted(): boolean {
    return this.#form.closest(`${LIST_TAG} > [slot=add-card]`) !== null;
  }

  /** Joins the list of this place; to be called whenever the place or the name may have changed. */
  connect(): void {
    const wanted = this.#find();
    if (wanted === this.#list && wanted) return;
    this.disconnect();
    if (wanted?.[CARD_LIST]) this.#join(wanted);
    else if (wanted || this.isSlotted) void customElements.whenDefined(LIST_TAG).then(() => this.#retry());
    else if (this.#form.htmlFor) this.#waitForList();
  }

  disconnect(): void {
    this.#watch?.disconnect();
    this.#leave?.();
    this.#list = this.#leave = this.#watch = undefined;
  }

  #join(list: CardListElement): void {
    const link = list[CARD_LIST];
    if (link.protocol !== PROTOCOL) return noteOtherCopy(link.version);
    this.#list = list;
    this.#leave = link.join(this.#link);
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
    this.#watch = new MutationObserver(() => {
      if (this.#find()) this.connect();
    });
    this.#watch.observe(this.#form.getRootNode(), { childList: true, subtree: true });
  }
}
