import type { StandInOptions } from './options.js';
import { secureFieldsHtml } from './secure-fields-html.js';
import type { TestControls } from './test-controls.js';

/** The page in the frame of every field: its address, and loading it. */
export class FieldsPage {
  #address: string | undefined;
  readonly #fallback: string | undefined;
  readonly #controls: TestControls;
  #blob: string | undefined;
  #preflight: Promise<void> | undefined;

  constructor({ fieldsPage, fieldsFallback }: StandInOptions, controls: TestControls) {
    this.#address = fieldsPage;
    this.#fallback = fieldsFallback;
    this.#controls = controls;
  }

  get url(): string {
    if (this.#address !== undefined) return this.#address;
    return (this.#blob ??= URL.createObjectURL(new Blob([secureFieldsHtml()], { type: 'text/html' })));
  }

  get origin(): string {
    return new URL(this.url, location.href).origin;
  }

  /** Resolves when frames may load the page. Only the first call fetches it. */
  async open(): Promise<void> {
    const { readiness } = this.#controls;
    if (readiness === 'load-error') throw new TypeError('Failed to fetch');
    if (readiness === 'silent') return new Promise(() => {});
    this.#preflight ??= this.#fetch();
    await this.#preflight;
    if (typeof readiness === 'object') await new Promise((resolve) => setTimeout(resolve, readiness.delay));
    await this.#controls.released('ready');
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
      if (this.#fallback !== undefined && this.#address !== this.#fallback) {
        this.#address = this.#fallback;
        return this.#fetch();
      }
      this.#preflight = undefined;
      throw error;
    }
  }
}
