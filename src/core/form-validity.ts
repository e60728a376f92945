import type { FormProblem } from './form-part-value.js';
import { reveal } from './scroll-position.js';

/** An element's validity in its form, set only where it changed. */
export class FormValidity {
  readonly #internals: ElementInternals;
  readonly #findAnchor: () => HTMLElement | undefined;
  #problem: FormProblem | undefined;
  #anchor: HTMLElement | undefined;

  /** @param findAnchor the element in the shadow tree at which the browser shows its message */
  constructor(internals: ElementInternals, findAnchor: () => HTMLElement | undefined) {
    this.#internals = internals;
    this.#findAnchor = findAnchor;
  }

  set(problem: FormProblem | undefined): void {
    const anchor = problem && this.#findAnchor();
    if (isSameProblem(problem, this.#problem) && anchor === this.#anchor) return;
    this.#problem = problem;
    this.#anchor = anchor;
    this.#internals.setValidity(problem?.flags ?? {}, problem?.message, anchor);
  }

  /** Moves the focus to the element at which the problem is shown. */
  focus(): void {
    reveal(this.#anchor);
    this.#anchor?.focus();
  }
}

/** Compares by value. */
const isSameProblem = (one: FormProblem | undefined, other: FormProblem | undefined): boolean =>
  one?.message === other?.message && JSON.stringify(one?.flags) === JSON.stringify(other?.flags);
