import { html, type TemplateResult } from 'lit';
import { noticeBox, noticePlace, type Notice } from './notice.js';
import { ShopFault } from './shop-fault.js';
import type { AccountWords } from './words/words.js';

/** Runs one thing at a time and tells what came of it. What is asked for meanwhile, by a second click, is not done. */
export class Errand {
  readonly #words: AccountWords;
  readonly #render: () => void;
  #notice: Notice | undefined;
  #isBusy = false;

  /** `render` shows the part of the page that this errand is of. */
  constructor(words: AccountWords, render: () => void) {
    this.#words = words;
    this.#render = render;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Does `work`, which may say what to tell the shopper. `again` is offered when it fails. */
  async run(work: () => Promise<Notice | undefined>, again?: () => void): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#notice = undefined;
    this.#render();
    try {
      this.#notice = await work();
    } catch (error) {
      if (!(error instanceof ShopFault)) throw error;
      this.#notice = this.#noticeOf(error, again);
    } finally {
      this.#isBusy = false;
      this.#render();
    }
  }

  /** Where the outcome is read and heard. */
  get template(): TemplateResult {
    if (this.#isBusy) return noticePlace(html`<span class="quiet">${this.#words.working}</span>`);
    return noticePlace(this.#notice && noticeBox(this.#notice));
  }

  #noticeOf({ kind }: ShopFault, again: (() => void) | undefined): Notice {
    const { faults, reload, retry } = this.#words;
    const notice = { tone: 'bad', ...faults[kind] } as const;
    if (kind === 'signedOut') return { ...notice, action: { label: reload, run: () => location.reload() } };
    return again ? { ...notice, action: { label: retry, run: again } } : notice;
  }
}
