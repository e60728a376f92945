import type { TokenDetail } from '../card/token-detail.js';
import type { Feature } from '../core/feature.js';
import { FormPart } from '../core/form-part.js';
import { StateEvents } from '../core/state-events.js';
import { TokenAttempt, askPage } from '../core/token-attempt.js';
import { TokenEvents } from '../core/token-events.js';
import { MpError } from '../errors.js';
import { InstallmentsController } from '../installments/installments-controller.js';
import type { CardToken } from '../mercadopago/payment-sdk.js';
import { NewCardFields } from './new-card-fields.js';
import type { FormContext } from './context.js';
import type { Places } from './focus-target.js';
import { ListConnection } from './list-connection.js';
import { createNewCardLink } from './new-card-link.js';
import { MethodLookup } from './method-lookup.js';
import { Opening } from './opening.js';
import { OutcomeReport } from './outcome-report.js';
import { SaveCard } from './save-card.js';
import {
  formPart,
  isComplete,
  isSaved,
  publicState,
  reopensForm,
  tokenDetail,
  tokenOf,
  typedCard,
} from './selectors.js';
import { isGiven } from './settings.js';
import type { Action, Open, State } from './state.js';

/** The features of a form for a new card, put together: their order is the order of effects. */
export class FormFeatures {
  readonly attempt: TokenAttempt<State, Action>;
  readonly form: FormPart<State, Action>;
  readonly fields: NewCardFields;
  readonly saver: SaveCard;
  readonly installments: InstallmentsController<State, Action>;
  readonly outcomes: OutcomeReport;
  readonly opening: Opening;
  readonly connection: ListConnection;
  readonly all: readonly Feature<State, Action>[];
  readonly #context: FormContext;

  constructor(context: FormContext, places: Places) {
    const { store, host, settings, locale } = context;
    this.#context = context;
    this.attempt = new TokenAttempt<State, Action>(context, {
      tokenOf,
      isPaid: ({ isPaid }) => isPaid,
      settled: () => this.#settled(),
      takeBack: () => this.fields.takeBack(),
      loss: () => this.fields.loss,
      requireComplete: () => {
        if (store.state.status === 'closed') throw new MpError('field-lost', 'The form of the new card is closed.');
        this.fields.requireComplete();
      },
      make: async () => {
        const token = await this.#createToken();
        return tokenDetail(store.state, token);
      },
      askAgain: () => {
        this.fields.clearCode();
        return true;
      },
    });
    this.form = new FormPart<State, Action>(context, {
      value: (state) => formPart(state, settings(), locale().messages, host.open),
      name: () => settings().name,
      anchor: () => places.anchor(store.state, settings().intent),
      showMissing: () => void store.dispatch({ type: 'show-missing', intent: settings().intent }),
      reopens: reopensForm,
      prepare: (since) => this.#prepareSubmit(since),
      refused: (isAnswered) => this.outcomes.refused(isAnswered),
    });
    const lookup = new MethodLookup(context, () => this.fields.connect());
    this.fields = new NewCardFields(context, {
      styleSource: (field) => places.frameOf(field) ?? host,
      settleLookups: () => lookup.settle(),
      shown: () => void lookup.askDocuments(),
    });
    this.saver = new SaveCard(context, {
      createToken: () => this.#createToken(),
      tokenized: () => this.attempt.pending?.catch(() => {}),
      requireComplete: () => this.fields.requireComplete(),
    });
    this.installments = new InstallmentsController<State, Action>(context, {
      installmentsOf: (state) => this.#paying(state)?.installments,
      cardOf: (state) => typedCard(state),
      settings,
      connect: () => this.fields.connectInLanguage(),
      isReportedElsewhere: ({ code }) => code === 'configuration' && !isGiven(host.amount),
    });
    this.outcomes = new OutcomeReport(context);
    this.opening = new Opening(context, places, (byShopper) => void this.fields.show(byShopper));
    this.connection = new ListConnection(context, createNewCardLink(context, this));
    this.all = [
      this.form,
      this.opening,
      // Before the page hears of a token: it may report an outcome at once.
      this.outcomes,
      new TokenEvents<State, Action>(context, tokenOf, isSaved),
      lookup,
      new StateEvents<State, Action>(context, {
        name: publicState,
        isComplete,
        bubbles: () => !settings().isDriven,
      }),
      this.saver,
      this.installments,
      this.fields,
      this.connection,
      this.attempt,
    ];
  }

  /** The open form, when the page pays with it. */
  #paying(state: State): Open | undefined {
    return state.status === 'open' && this.#context.settings().intent === 'pay' ? state : undefined;
  }

  async #createToken(): Promise<CardToken> {
    await askPage(this.#context.host, null);
    return this.fields.createToken();
  }

  /** The page may have opened the form, or changed the amount, just now; and a card that is being saved needs the fields. */
  #settled(): Promise<unknown> | undefined {
    const { isUpdatePending, updateComplete } = this.#context.host;
    const { pending } = this.saver;
    return isUpdatePending || pending ? Promise.allSettled([updateComplete, pending]) : undefined;
  }

  async #prepareSubmit(since: number): Promise<void> {
    const { store, settings } = this.#context;
    if (settings().intent === 'save') {
      store.dispatch({ type: 'save-first' });
      throw new MpError('aborted', 'The new card is to be saved first.');
    }
    const detail = await this.attempt.token(since);
    await this.#addSaveToken(detail);
  }

  /** A page without JavaScript saves the card after the payment, with a token of its own. Without it, it is only paid. */
  async #addSaveToken({ token }: TokenDetail): Promise<void> {
    const { store } = this.#context;
    const open = this.#paying(store.state);
    if (!open?.typed.saveCard || open.token.status !== 'made' || open.token.saveToken !== null) return;
    const made = await this.fields.createToken().catch(() => undefined);
    store.dispatch({ type: 'save-token', token, saveToken: made?.id ?? '' });
  }
}
