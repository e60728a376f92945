import type { MpError } from '../errors.js';
import type { Demand } from './form-sends.js';
import type { MadeToken } from './token-state.js';

/** An element's part in its form: one selector of each element makes it from the state. */
export interface FormPartValue {
  /** What a submit means to the element, if it takes part. */
  readonly demand: Demand;
  /** The token of the open attempt. */
  readonly token?: MadeToken | undefined;
  /** A card is chosen, or typed, to pay with. */
  readonly isChosen?: boolean;
  /** The card is to be saved: a new one, after the payment. */
  readonly saveCard?: boolean;
  /** What is known to be missing, for the browser's check of the form. */
  readonly problem?: FormProblem | undefined;
  /** What the browser may keep for back and forward. */
  readonly restore: string;
}

export interface FormProblem {
  readonly flags: ValidityStateFlags;
  readonly message: string;
}

/** What the form has to say to an element, as actions. */
export type FormAction =
  /** The form was submitted with the token. */
  | { readonly type: 'submitted' }
  /** A submit was stopped: it would have paid again. */
  | { readonly type: 'submit-blocked' }
  /** The form cannot be sent in this way. */
  | { readonly type: 'submit-refused'; readonly error: MpError }
  /** The page came back from the back/forward cache. */
  | { readonly type: 'page-restored' };
