import type { CardFieldType } from '../mercadopago/card-fields.js';
import { wrongFields } from './field-selectors.js';
import { emptyFrame, isAway } from './selectors.js';
import type { Intent } from './settings.js';
import type { FieldName, State } from './state.js';

/** A place in the form that the focus can go to. */
export type FocusTarget =
  | { readonly field: FieldName }
  /** The first field, or the button that opens the form. */
  | 'start'
  /** The open form as a whole. */
  | 'form'
  /** The field that is wrong, or the button by which an attempt that failed can go on. */
  | 'correction'
  /** The first frame that is empty. */
  | 'empty-frame'
  | 'installments'
  | 'notice';

/** Finds the places of a rendered form and moves the focus there. */
export class Places {
  readonly #root: () => ParentNode | undefined;

  constructor(root: () => ParentNode | undefined) {
    this.#root = root;
  }

  focus(target: FocusTarget, state: State): void {
    this.#placeOf(target, state)?.focus();
  }

  get form(): HTMLElement | undefined {
    return this.#find('.form');
  }

  /** The box around a Secure Field. */
  frameOf(field: CardFieldType): HTMLElement | undefined {
    return this.#find(`.frame[data-field=${field}]`);
  }

  /** Where the browser shows what keeps the form from being submitted. */
  anchor(state: State, intent: Intent): HTMLElement | undefined {
    if (state.status === 'closed') return undefined;
    const [wrong] = intent === 'pay' ? wrongFields(state) : [];
    return (wrong && this.#fieldOf(wrong)) ?? this.#find('.primary') ?? this.form;
  }

  #placeOf(target: FocusTarget, state: State): HTMLElement | undefined {
    if (typeof target === 'object') return this.#fieldOf(target.field);
    switch (target) {
      case 'start': {
        const button = state.status === 'closed' || isAway(state) ? this.#find('button') : undefined;
        return button ?? this.#fieldOf('cardNumber') ?? this.form;
      }
      case 'form':
        return this.form;
      case 'correction':
        return this.#correction(state);
      case 'empty-frame':
        return this.#fieldOf(emptyFrame(state));
      case 'installments':
        return this.#find('#installments, #installments-retry');
      case 'notice':
        return this.#find('.notice');
    }
  }

  #correction(state: State): HTMLElement | undefined {
    if (state.status === 'closed') return undefined;
    if (state.isSaveDue) return this.#find('.primary');
    const [wrong] = wrongFields(state);
    return wrong ? this.#fieldOf(wrong) : this.#find('.notice button');
  }

  #fieldOf(field: FieldName): HTMLElement | undefined {
    return this.#find(`.frame[data-field=${field}], #${field}`);
  }

  #find(selector: string): HTMLElement | undefined {
    return this.#root()?.querySelector<HTMLElement>(selector) ?? undefined;
  }
}
