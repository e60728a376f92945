import type { IdentificationType } from '../card/identification-type.js';
import type { Outcome } from '../card/outcome.js';
import type { Issuer, PaymentMethod } from '../card/payment-method.js';
import type { SavedCard } from '../card/saved-card.js';
import type { Problem } from '../card/input-problems.js';
import { NO_ATTEMPTS, type AttemptAction, type Attempts } from '../core/attempts.js';
import type { FormAction } from '../core/form-part-value.js';
import type { TokenAction, TokenState } from '../core/token-state.js';
import type { MpError } from '../errors.js';
import type { Installments, InstallmentsEvent } from '../installments/installments-state.js';
import type { CardFieldEvent, CardFieldType } from '../mercadopago/card-fields.js';
import type { TokenField, TokenProblems } from '../mercadopago/sdk-errors.js';
import type { Intent } from './settings.js';

/**
 * The state of `<mp-add-card>`, and every way it can change. What is under way (requests, the form's part, an attempt to save
 * of which the outcome is unknown) is stored by the feature that does it.
 *
 * | state           | action        | next                                                                  |
 * |-----------------|---------------|-----------------------------------------------------------------------|
 * | any             | attempt-outcome | the same state; see `withOutcomeOf`                                 |
 * | any             | prefill, documents | the same; other values to begin with, what the country asks     |
 * | closed          | open          | open; empty frames, no visible errors                                 |
 * | open, not saving | close        | closed; what was typed into plain fields stays                        |
 * | open, saving    | close         | open; "closing": closed once the shop has answered                     |
 * | open            | type          | open; the errors of the field are not visible any more, the attempt ends |
 * | open            | leave         | open; the errors of the field are visible, if anything was typed      |
 * | open            | check, show-missing, save-first | open; the errors of all fields, or what comes first, are visible |
 * | open            | frames        | open; what they report, "looking"; a typed digit counts as "type", a blur as "leave" |
 * | open, same bin  | method, method-failed, issuers | open; "known", "unknown" or "failed"                 |
 * | open            | installments  | open; as `reduceInstallments`, another choice ends the token          |
 * | open, not saving | token actions | open; as `reduceToken`; the fields that were refused, or a notice |
 * | open, no token being made | save | open; "saving"                                                       |
 * | open, saving    | save-failed   | open; the fields that were refused, or a notice; closed where a list was to close it |
 * | open            | save-missed   | open; something is missing, so nothing was tried; it can be tried again |
 * | open            | outcome       | open; the outcome of the payment: no token after a refusal            |
 * | any             | paid          | the same; locked, no token; nothing typed unless the card is to be saved |
 * | any             | submit-blocked | the same; the shopper pressed Pay although that would pay twice      |
 * | open            | submit-refused | open; a notice, if the form cannot be sent in this way               |
 * | open, saving    | saved         | closed; nothing typed, the card is shown                              |
 * | any             | reset         | the same; nothing typed, no notice, no token                          |
 * | any, not paid   | page-restored | as "reset"                                                            |
 *
 * Any other pair leaves the state as it is (the same object). An attempt to save is the very object that `save` put into
 * `saving`, so that an answer that belongs to what was typed before is dropped.
 *
 * While it is "saving", Cancel cannot be pressed, and a form that the page closes needs its fields until the shop has answered. When
 * the card was not saved, it stays open and shows why; in a list the shopper has gone to another card, and only the page gets
 * it. A reset, or leaving the page, ends the attempt; its outcome counts as unknown.
 */
export type State = Closed | Open;

interface Form {
  readonly typed: Typed;
  /** What the plain fields begin with, as the page gave it. */
  readonly prefilled: Prefilled;
  /** What the country asks; none while that is not known. */
  readonly documents: readonly IdentificationType[];
  /** The attempts to pay with this form. */
  readonly attempts: Attempts;
  /** The payment is made: until a reset nothing is to be typed. */
  readonly isPaid: boolean;
  /** How often Pay was pressed although that would pay twice, since the last outcome or change. */
  readonly blockedSubmits: number;
  /** The shopper opened the form, or it is in the way. */
  readonly canCancel: boolean;
}

export interface Closed extends Form {
  readonly status: 'closed';
  /** The card that was just saved. */
  readonly saved: SavedCard | null;
}

export interface Open extends Form {
  readonly status: 'open';
  readonly frames: FramesState;
  readonly method: MethodState;
  /** The fields under which an error is shown, if they have one. */
  readonly visibleErrors: readonly FieldName[];
  /** What Mercado Pago refused, until something else is typed. */
  readonly refused: TokenProblems;
  readonly installments: Installments;
  readonly token: TokenState;
  /** The card is on its way to the shop. */
  readonly saving: object | null;
  /** Who closes the form once the card is no longer being saved. */
  readonly closing: 'page' | 'list' | null;
  /** The error that belongs to no single field, or the outcome of the payment. */
  readonly notice: MpError | Outcome | null;
  /** The last attempt to save the card that failed: until the form is closed it can be tried again. */
  readonly saveError: MpError | null;
  /** The page wanted to go on with a card that is not saved yet. */
  readonly isSaveDue: boolean;
  /** The card was edited since the form opened, was submitted, or began to be saved. */
  readonly isEdited: boolean;
}

/** What is asked, by the names of MercadoPago.js. */
export type FieldName = TokenField;

/** The content of the plain fields. */
export interface Typed {
  readonly cardholderName: string;
  readonly identificationType: string;
  readonly identificationNumber: string;
  readonly issuerId: string;
  readonly saveCard: boolean;
}

/** The plain fields that the page can fill in. */
export type Prefilled = Pick<Typed, 'cardholderName' | 'identificationType' | 'identificationNumber'>;

/** The three Secure Fields. `away`: another element of the page has them. */
export type FramesState =
  | { readonly status: 'away' }
  | {
      readonly status: 'shown';
      readonly content: FrameContents;
      readonly focus: CardFieldType | null;
      /** What keeps them from being used, as far as they reported it. */
      readonly error: MpError | null;
    };

export type FrameContents = Readonly<Record<CardFieldType, FrameContent>>;

/** What is known of a frame. `typed`: something, not yet judged; a judgement is kept until the next one. */
export type FrameContent = 'opening' | 'empty' | 'typed' | 'valid' | Problem;

/** What is known of the card by its first digits. */
export type MethodState =
  | { readonly status: 'none' }
  | { readonly status: 'looking' | 'unknown' | 'failed'; readonly bin: string }
  | {
      readonly status: 'known';
      readonly bin: string;
      readonly method: PaymentMethod;
      readonly issuers: readonly Issuer[];
    };

export type Action =
  /** `byButton`: by the form's own button, so that it can be closed again. */
  | { readonly type: 'open'; readonly byButton?: boolean }
  | { readonly type: 'close'; readonly by: 'page' | 'list' }
  | { readonly type: 'check' | 'save-first' | 'save' }
  | { readonly type: 'paid' | 'reset' }
  /** The form cannot be submitted, and the shopper is to see why. */
  | { readonly type: 'show-missing'; readonly intent: Intent }
  | TokenAction
  | AttemptAction
  | FormAction
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'prefill'; readonly values: Partial<Prefilled> }
  | { readonly type: 'type'; readonly typed: Partial<Typed> }
  | { readonly type: 'documents'; readonly documents: readonly IdentificationType[] }
  | { readonly type: 'leave'; readonly field: FieldName }
  | { readonly type: 'frames'; readonly event: CardFieldEvent; readonly field: CardFieldType | undefined }
  | { readonly type: 'method'; readonly bin: string; readonly method: PaymentMethod | undefined }
  | { readonly type: 'method-failed'; readonly bin: string }
  | { readonly type: 'issuers'; readonly bin: string; readonly issuers: readonly Issuer[] }
  | { readonly type: 'installments'; readonly event: InstallmentsEvent }
  | { readonly type: 'save-failed'; readonly attempt: object | null; readonly error: MpError }
  | { readonly type: 'save-missed'; readonly error: MpError }
  | { readonly type: 'saved'; readonly attempt: object | null; readonly card: SavedCard };

export const NOTHING_TYPED: Typed = {
  cardholderName: '',
  identificationType: '',
  identificationNumber: '',
  issuerId: '',
  saveCard: false,
};

export const initialState: State = {
  status: 'closed',
  typed: NOTHING_TYPED,
  prefilled: { cardholderName: '', identificationType: '', identificationNumber: '' },
  documents: [],
  attempts: NO_ATTEMPTS,
  isPaid: false,
  blockedSubmits: 0,
  canCancel: false,
  saved: null,
};

/** The form begins again, unless the state is the same afterwards. */
export const isReset = ({ type }: Action): boolean => type === 'reset' || type === 'page-restored';

/** Only the wish to save the card changed, which is no part of what is paid with. */
export const isSaveWish = (action: Action): boolean =>
  action.type === 'type' && Object.keys(action.typed).join() === 'saveCard';
