import { html, type TemplateResult } from 'lit';
import { noticeBox, noticePlace, type Notice } from './notice.js';
import { ShopFault } from './shop-fault.js';
import type { AccountWords } from './words/words.js';

/** Runs one task at a time and shows its outcome. While one runs, others are ignored: a second click does nothing. */
export class TaskRunner {
  readonly #words: AccountWords;
  readonly #render: () => void;
  #notice: Notice | undefined;
  #isBusy = false;

  /** `render` renders the part of the page that shows `template`. */
  constructor(words: AccountWords, render: () => void) {
    this.#words = words;
    this.#render = render;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Runs `task`, which may return a notice for the shopper. `retry` is offered when it fails. */
  async run(task: () => Promise<Notice | undefined>, retry?: () => void): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#notice = undefined;
    this.#render();
    try {
      this.#notice = await task();
    } catch (error) {
      if (!(error instanceof ShopFault)) throw error;
      this.#notice = this.#noticeOf(error, retry);
    } finally {
      this.#isBusy = false;
      this.#render();
    }
  }

  /** The live region that shows the outcome. */
  get template(): TemplateResult {
    if (this.#isBusy) return noticePlace(html`<span class="quiet">${this.#words.working}</span>`);
    return noticePlace(this.#notice && noticeBox(this.#notice));
  }

  #noticeOf({ kind }: ShopFault, retry: (() => void) | undefined): Notice {
    const { faults, reload, retry: label } = this.#words;
    const notice = { tone: 'bad', ...faults[kind] } as const;
    if (kind === 'signedOut') return { ...notice, action: { label: reload, run: () => location.reload() } };
    return retry ? { ...notice, action: { label, run: retry } } : notice;
  }
}
