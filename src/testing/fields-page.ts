import { secureFieldsHtml } from './secure-fields-html.js';
import type { Stage } from './stage.js';

/** The page that runs in every field's frame: where it is, and whether it can be had. */
export class FieldsPage {
  readonly #address: string | undefined;
  readonly #stage: Stage;
  #blob: string | undefined;
  #preflight: Promise<void> | undefined;

  constructor(address: string | undefined, stage: Stage) {
    this.#address = address;
    this.#stage = stage;
  }

  get url(): string {
    if (this.#address !== undefined) return this.#address;
    return (this.#blob ??= URL.createObjectURL(new Blob([secureFieldsHtml()], { type: 'text/html' })));
  }

  get origin(): string {
    return new URL(this.url, location.href).origin;
  }

  /** Settles once a frame may be pointed at the page. Only the first field of a page fetches it. */
  async open(): Promise<void> {
    const { readiness } = this.#stage;
    if (readiness === 'load-error') throw new TypeError('Failed to fetch');
    if (readiness === 'silent') return new Promise(() => {});
    this.#preflight ??= this.#fetch();
    await this.#preflight;
    if (typeof readiness === 'object') await new Promise((resolve) => setTimeout(resolve, readiness.delay));
    await this.#stage.passage('ready');
  }

  dispose(): void {
    if (this.#blob !== undefined) URL.revokeObjectURL(this.#blob);
    this.#blob = undefined;
    this.#preflight = undefined;
  }

  async #fetch(): Promise<void> {
    try {
      const response = await fetch(this.url);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
    } catch (error) {
      this.#preflight = undefined;
      throw error;
    }
  }
}
