import type { IdentificationType } from '../card/identification-type.js';
import type { Issuer, PaymentMethod } from '../card/payment-method.js';
import type { SavedCard } from '../card/saved-card.js';
import type { TokenDetail } from '../card/token-detail.js';
import type { Problem } from '../card/typed.js';
import type { MpError } from '../errors.js';
import type { CardFieldEvent, CardFieldType } from '../mercadopago/card-fields.js';
import type { TokenProblems } from '../mercadopago/rejection.js';
import type { InvalidationReason } from '../core/events.js';
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
 * | open            | type          | open; the field is not scolded any more, a held token is dropped      |
 * | open            | leave         | open; what is wrong with the field is said, if anything was typed     |
 * | open            | check, save-first | open; what is wrong with any field, or what comes first, is said  |
 * | open            | frames        | open; what they report, "looking"; a typed digit counts as "type"     |
 * | open, same bin  | method, method-failed, issuers | open; "known", "unknown" or "failed"                 |
 * | open            | installments  | open; what `Installments` says, another choice drops a token           |
 * | open, no work   | tokenize, save | open; "tokenizing", "saving"                                         |
 * | open, tokenizing| token         | open; "held", if it is of this attempt                                |
 * | open, at work | failed        | open; no work; the fields that were refused, or a notice              |
 * | open            | save-missed   | open; something is missing, so nothing was tried; it can be tried again |
 * | open, held      | save-token, drop-token | open; a second token to save the card with, or no token      |
 * | open, saving    | saved         | closed; nothing typed, the card is told                               |
 * | any             | reset         | the same; nothing typed, no word, no token                            |
 *
 * Any other pair leaves the state as it is (the same object). An attempt is the very object that `tokenize` or `save` put
 * into `work`, so an answer that belongs to what was typed before finds no place.
 *
 * While it is "saving", Cancel cannot be pressed, and a page that closes the form gets that when the shop has answered: what
 * became of the card is told first. A reset, or leaving the page, gives the attempt up; its outcome counts as unknown.
 */
export type State = Closed | Open;

interface Form {
  readonly typed: Typed;
  /** What the country asks; none while that is not known. */
  readonly documents: readonly IdentificationType[];
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
  readonly work: Work;
  /** What went wrong and is of no single field. */
  readonly notice: MpError | null;
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

export type Work =
  | { readonly status: 'none' | 'tokenizing' | 'saving' }
  | { readonly status: 'held'; readonly detail: TokenDetail; readonly saveToken: string };

export type Action =
  | { readonly type: 'open' }
  | { readonly type: 'close' | 'check' | 'save-first' | 'tokenize' | 'save' }
  | { readonly type: 'drop-token'; readonly reason: InvalidationReason }
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
  | { readonly type: 'token'; readonly attempt: Work; readonly detail: TokenDetail }
  | { readonly type: 'save-token'; readonly attempt: Work; readonly saveToken: string }
  | { readonly type: 'failed'; readonly attempt: Work; readonly error: MpError; readonly refused: Open['refused'] }
  | { readonly type: 'save-missed'; readonly error: MpError }
  | {
      readonly type: 'saved';
      readonly attempt: Work | undefined;
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

export const initialState: State = { status: 'closed', typed: NOTHING_TYPED, documents: [], saved: null };
