import type { SavedCard } from '../card/saved-card.js';
import type { Feature } from '../core/feature.js';
import { FormPart } from '../core/form-part.js';
import { StateEvents } from '../core/state-events.js';
import type { Change } from '../core/store.js';
import { TokenAttempt } from '../core/token-attempt.js';
import { TokenEvents } from '../core/token-events.js';
import { isGivenUp } from '../core/token-state.js';
import { MpError } from '../errors.js';
import { InstallmentsController } from '../installments/installments-controller.js';
import { AddCardSlot } from './add-card-slot.js';
import type { ListContext } from './context.js';
import type { Places } from './focus-target.js';
import { LoadCards, wantedBy } from './load-cards.js';
import { DefaultCard } from './manage/default-card.js';
import { manageRows } from './manage/manage-rows.js';
import { Removal } from './manage/removal.js';
import { PageMemory } from './page-memory.js';
import { OutcomeReport } from './refusal/outcome-report.js';
import { RowPosition } from './row-position.js';
import { SecurityCode } from './security-code.js';
import { Selection } from './selection.js';
import {
  chosenCard,
  formPart,
  isComplete,
  isOtherChosen,
  isPaid,
  listFault,
  opensChoice,
  payableCard,
  publicState,
  tokenOf,
} from './selectors.js';
import { isByShopper, isReset, type Action, type State } from './state.js';
import type { RowParts } from './view.js';

/** The features of a list, put together: their order is the order of effects. */
export class ListFeatures {
  /** The token of whatever is chosen; the form for another card makes its own. */
  readonly attempt: TokenAttempt<State, Action>;
  readonly form: FormPart<State, Action>;
  readonly memory: PageMemory;
  readonly loading: LoadCards;
  readonly selection: Selection;
  readonly slot: AddCardSlot;
  readonly fields: SecurityCode;
  readonly installments: InstallmentsController<State, Action>;
  readonly removal: Removal;
  readonly defaultCard: DefaultCard;
  readonly outcomes: OutcomeReport;
  readonly rowParts: RowParts = manageRows;
  readonly all: readonly Feature<State, Action>[];
  readonly #context: ListContext;

  constructor(context: ListContext, places: Places) {
    const { settings, locale } = context;
    this.#context = context;
    this.form = new FormPart<State, Action>(context, {
      value: (state) => {
        const part = formPart(state, settings.required, locale().messages, new Date());
        // Chosen in this turn: its form opens with the update, and takes part only then.
        const isOpening = isOtherChosen(state) && context.host.isUpdatePending && this.slot.form !== undefined;
        return isOpening && part.demand === 'none' ? { ...part, demand: 'token' } : part;
      },
      name: () => settings.name,
      anchor: () => places.anchor,
      showMissing: () => void context.store.dispatch({ type: 'check' }),
      reopens,
      prepare: (since) => this.#prepareSubmit(since),
      refused: (isAnswered) => this.outcomes.refused(isAnswered),
    });
    this.memory = new PageMemory(context, () => this.fields.missDigits());
    this.loading = new LoadCards(context, this.memory);
    this.selection = new Selection(context);
    this.slot = new AddCardSlot(context, {
      cardAdded: (card) => void this.#cardAdded(card),
      showOutcome: (outcome, token) => this.outcomes.show(outcome, token),
      refused: (isAnswered) => this.outcomes.refused(isAnswered),
      filled: () => this.slotChanged(),
    });
    this.fields = new SecurityCode(context);
    this.installments = new InstallmentsController<State, Action>(context, {
      installmentsOf: (state) =>
        state.status === 'shown' && settings.mode !== 'manage' ? state.installments : undefined,
      cardOf: payableCard,
      settings: () => settings,
      connect: () => this.fields.connectInLanguage(),
    });
    this.removal = new Removal(context, (id) => places.rowOf(id));
    this.defaultCard = new DefaultCard(context);
    this.outcomes = new OutcomeReport(context, {
      codeShown: () => this.fields.shown,
      form: () => this.slot.form,
    });
    this.attempt = new TokenAttempt<State, Action>(context, {
      tokenOf,
      isPaid,
      settled: () => this.#listed(),
      tokenElsewhere: () => this.slot.chosenForm?.tokenize(),
      takeBack: () => this.fields.takeBack(),
      requireComplete: () => this.#requireChoice(),
      make: (isWanted) => this.fields.createToken(isWanted),
      loss: () => this.fields.loss,
      askAgain: () => this.#askAgain(),
    });
    this.all = [
      this.form,
      new TokenEvents<State, Action>(context, tokenOf),
      new StateEvents<State, Action>(context, { name: publicState, isComplete }),
      this.selection,
      new RowPosition(context, places),
      this.loading,
      this.slot,
      this.fields,
      this.memory,
      this.installments,
      this.removal,
      this.defaultCard,
      this.outcomes,
      this.attempt,
    ];
  }

  /** Something was put into the slot of "use another card", or taken out. */
  slotChanged(): void {
    const { store, settings } = this.#context;
    const setup = { hasOther: this.slot.isFilled };
    store.dispatch({ type: 'setup', setup, wanted: wantedBy(settings), now: new Date() });
  }

  /** The payment is made, and the shopper wants to make another one. */
  async payAgain(): Promise<void> {
    const { store, host, focus } = this.#context;
    store.dispatch({ type: 'another-payment' });
    await host.updateComplete;
    await this.fields.shown;
    const form = this.slot.chosenForm;
    // Its frames are only on their way.
    if (form) void form.correct('cardNumber');
    else focus('correction');
  }

  /** Moves the focus to the code of the chosen card, once its field is there. `isWanted`: false when the shopper has gone elsewhere. */
  async goToCode(isWanted = () => true): Promise<void> {
    const { store, host, focus } = this.#context;
    const card = chosenCard(store.state);
    await host.updateComplete;
    await this.fields.shown;
    await store.until((state) => state.status !== 'shown' || state.field.status !== 'opening');
    if (chosenCard(store.state) === card && isWanted()) focus('correction');
  }

  /** The page sets properties and submits in the same turn; a list may still be on its way. */
  #listed(): Promise<void> | undefined {
    const { host, store } = this.#context;
    const isThere = !host.isUpdatePending && store.state.status !== 'loading';
    const pending = isThere
      ? undefined
      : host.updateComplete.then(() => store.until(({ status }) => status !== 'loading'));
    if (!pending) this.installments.sync();
    return pending?.then(() => this.installments.sync());
  }

  #requireChoice(): void {
    const { store } = this.#context;
    const fault = listFault(store.state);
    if (fault) throw fault;
    if (chosenCard(store.state)) return;
    store.dispatch({ type: 'check' });
    throw new MpError('code-incomplete', 'No card is chosen.');
  }

  /** A card may have no code to ask for again: then a button says how to go on. */
  #askAgain(): boolean {
    const { store } = this.#context;
    const hasCode = chosenCard(store.state)?.securityCode.mode === 'mandatory';
    store.dispatch({ type: 'start-over', isBlocked: !hasCode });
    return hasCode;
  }

  async #prepareSubmit(since: number): Promise<void> {
    await this.#listed();
    const { state } = this.#context.store;
    const isOther = isOtherChosen(state);
    // What a shop puts under "use another card" by itself is its own concern.
    if (isOther ? !this.slot.form : !chosenCard(state) && !this.#context.settings.required) return;
    await this.attempt.token(since);
  }

  /** The shop saved a card that was typed into one of our forms. */
  async #cardAdded(card: SavedCard): Promise<void> {
    const { store, focus } = this.#context;
    if (!store.dispatch({ type: 'added', card })) return this.loading.reload();
    if (store.state.setup.isManaging) return focus({ row: card.id });
    if (chosenCard(store.state) === card) await this.goToCode(); // after a payment the shopper is elsewhere
  }
}

/** The shopper pays with something else, or the page began again: a form that was submitted may be submitted again. */
function reopens(change: Change<State, Action>): boolean {
  const { before, after, action } = change;
  if (isGivenUp(tokenOf(before), tokenOf(after))) return true;
  if (action.type === 'remove' || action.type === 'undo' || action.type === 'added') return opensChoice(change);
  return isByShopper(action) || action.type === 'outcome' || isReset(action);
}
