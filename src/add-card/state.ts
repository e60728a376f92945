import type { IdentificationType } from '../card/identification-type.js';
import type { Issuer, PaymentMethod } from '../card/payment-method.js';
import type { SavedCard } from '../card/saved-card.js';
import type { Outcome } from '../card/outcome.js';
import type { Problem } from '../card/input-problems.js';
import type { MpError } from '../errors.js';
import type { CardFieldEvent, CardFieldType } from '../mercadopago/card-fields.js';
import type { TokenProblems } from '../mercadopago/sdk-errors.js';
import type { TokenAction, TokenState } from '../core/token-state.js';
import type { Installments, InstallmentsEvent } from '../installments/installments-state.js';
import type { FieldName } from './fields.js';

/**
 * Everything that `<mp-add-card>` knows, and every way it can change. Nothing else is stored beside it.
 *
 * | state           | action        | next                                                                  |
 * |-----------------|---------------|-----------------------------------------------------------------------|
 * | any             | fill, documents | the same; what was typed, what the country asks                     |
 * | closed          | open          | open; empty frames, no word about mistakes                            |
 * | open            | close         | closed; what was typed into plain fields stays                        |
 * | open            | type          | open; what is wrong with the field is not said any more, the attempt ends |
 * | open            | leave         | open; what is wrong with the field is said, if anything was typed     |
 * | open            | check, save-first | open; what is wrong with any field, or what comes first, is said  |
 * | open            | frames        | open; what they report, "looking"; a typed digit counts as "type"     |
 * | open, same bin  | method, method-failed, issuers | open; "known", "unknown" or "failed"                 |
 * | open            | installments  | open; what `Installments` says, another choice drops a token           |
 * | open, not saving | token actions | open; what `TokenState` says; the fields that were refused, or a notice |
 * | open, no token being made | save | open; "saving"                                                        |
 * | open, saving    | save-failed   | open; the fields that were refused, or a notice                       |
 * | open            | save-missed   | open; something is missing, so nothing was tried; it can be tried again |
 * | open            | outcome       | open; what became of the payment: no token after a refusal            |
 * | any             | paid          | the same; locked, no token; nothing typed unless the card is to be saved |
 * | any             | held-back     | the same; the shopper pressed Pay although that would pay twice       |
 * | open            | submit-refused | open; the form cannot be sent in this way                            |
 * | open, saving    | saved         | closed; nothing typed, the card is told                               |
 * | any             | reset         | the same; nothing typed, no word, no token                            |
 *
 * Any other pair leaves the state as it is (the same object). An attempt to save is the very object that `save` put into
 * `saving`, so an answer that belongs to what was typed before finds no place.
 *
 * While it is "saving", Cancel cannot be pressed, and a page that closes the form gets that when the shop has answered: what
 * became of the card is told first. A reset, or leaving the page, gives the attempt up; its outcome counts as unknown.
 */
export type State = Closed | Open;

interface Form {
  readonly typed: Typed;
  /** What the country asks; none while that is not known. */
  readonly documents: readonly IdentificationType[];
  /** The payment is made: until a reset nothing is to be typed. */
  readonly isPaid: boolean;
  /** How often Pay was pressed although that would pay twice, since the last outcome or change. */
  readonly heldBack: number;
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
  /** Of these fields it is said what is wrong, if anything is. */
  readonly told: readonly FieldName[];
  /** What Mercado Pago refused, until it is typed anew. */
  readonly refused: TokenProblems;
  readonly installments: Installments;
  readonly token: TokenState;
  /** The card is on its way to the shop. */
  readonly saving: object | null;
  /** What went wrong and is of no single field, or what became of the payment. */
  readonly notice: MpError | Outcome | null;
  /** The last attempt to save the card that failed: until the form is closed it can be tried again. */
  readonly saveError: MpError | null;
  /** The page wanted to go on with a card that is not saved yet. */
  readonly isSaveDue: boolean;
}

/** What stands in the plain fields. */
export interface Typed {
  readonly cardholderName: string;
  readonly identificationType: string;
  readonly identificationNumber: string;
  readonly issuerId: string;
  readonly saveCard: boolean;
}

/** The three Secure Fields. `away`: another element of the page has them. */
export type FramesState =
  | { readonly status: 'away' }
  | {
      readonly status: 'shown';
      readonly content: FrameContents;
      readonly focus: CardFieldType | null;
      /** What keeps them from being used, as far as they said. */
      readonly error: MpError | null;
    };

export type FrameContents = Readonly<Record<CardFieldType, FrameContent>>;

/** What is known of a frame. `typed`: something, not yet judged; a judgement holds until the next one. */
export type FrameContent = 'opening' | 'empty' | 'typed' | 'valid' | Problem;

/** What the first digits tell. */
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
  | { readonly type: 'open' }
  | { readonly type: 'close' | 'check' | 'save-first' | 'save' }
  | { readonly type: 'held-back' }
  | TokenAction
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'paid'; readonly typed: Typed }
  | { readonly type: 'submit-refused'; readonly error: MpError }
  | { readonly type: 'fill'; readonly typed: Partial<Typed> }
  | { readonly type: 'type'; readonly typed: Partial<Typed> }
  | { readonly type: 'reset'; readonly typed: Typed }
  | { readonly type: 'documents'; readonly documents: readonly IdentificationType[] }
  | { readonly type: 'leave'; readonly field: FieldName }
  | { readonly type: 'frames'; readonly event: CardFieldEvent; readonly field: CardFieldType | undefined }
  | { readonly type: 'method'; readonly bin: string; readonly method: PaymentMethod | undefined }
  | { readonly type: 'method-failed'; readonly bin: string }
  | { readonly type: 'issuers'; readonly bin: string; readonly issuers: readonly Issuer[] }
  | { readonly type: 'installments'; readonly event: InstallmentsEvent }
  | { readonly type: 'save-failed'; readonly attempt: object | null; readonly error: MpError }
  | { readonly type: 'save-missed'; readonly error: MpError }
  | {
      readonly type: 'saved';
      readonly attempt: object | null;
      readonly typed: Typed;
      readonly card: SavedCard;
    };

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
  documents: [],
  isPaid: false,
  heldBack: 0,
  saved: null,
};
