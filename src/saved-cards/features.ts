import type { Feature } from '../core/feature.js';
import { FormPart } from '../core/form-part.js';
import { StateEvents } from '../core/state-events.js';
import { TokenAttempt } from '../core/token-attempt.js';
import { TokenEvents } from '../core/token-events.js';
import { InstallmentsController } from '../installments/installments-controller.js';
import { AddCardSlot } from './add-card-slot.js';
import type { ListContext } from './context.js';
import type { Places } from './focus-target.js';
import { LoadCards } from './load-cards.js';
import { DefaultCard } from './manage/default-card.js';
import { manageRows } from './manage/manage-rows.js';
import { Removal } from './manage/removal.js';
import { NextFocus } from './next-focus.js';
import { PageMemory } from './page-memory.js';
import { OutcomeReport } from './refusal/outcome-report.js';
import { RowPosition } from './row-position.js';
import { SecurityCode } from './security-code.js';
import { Selection } from './selection.js';
import {
  formPart,
  isComplete,
  isOtherChosen,
  isPaid,
  payableCard,
  publicState,
  reopensForm,
  tokenOf,
} from './selectors.js';
import type { Action, State } from './state.js';
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
  readonly outcomes: OutcomeReport;
  readonly nextFocus: NextFocus;
  readonly rowParts: RowParts = manageRows;
  readonly all: readonly Feature<State, Action>[];

  constructor(context: ListContext, places: Places) {
    const { settings, locale } = context;
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
      reopens: reopensForm,
      prepare: async (since) => {
        await this.loading.settled();
        if (this.selection.isToBePaid(this.slot.form !== undefined)) await this.attempt.token(since);
      },
      refused: (isAnswered) => this.outcomes.refused(isAnswered),
    });
    this.memory = new PageMemory(context);
    this.loading = new LoadCards(context, () => this.memory.recall());
    this.selection = new Selection(context);
    this.slot = new AddCardSlot(context, {
      cardAdded: (card) => this.loading.add(card),
      showOutcome: (outcome, token) => this.outcomes.show(outcome, token),
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
    this.outcomes = new OutcomeReport(context);
    this.nextFocus = new NextFocus(context, {
      codeShown: () => this.fields.shown,
      chosenForm: () => this.slot.chosenForm,
    });
    this.attempt = new TokenAttempt<State, Action>(context, {
      tokenOf,
      isPaid,
      settled: () => this.loading.settled(),
      tokenElsewhere: () => this.slot.chosenForm?.tokenize(),
      takeBack: () => this.fields.takeBack(),
      requireComplete: () => this.selection.requireCard(),
      make: (isWanted) => this.fields.createToken(isWanted),
      loss: () => this.fields.loss,
      askAgain: () => this.fields.askAgain(),
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
      new DefaultCard(context),
      this.outcomes,
      this.nextFocus,
      this.attempt,
    ];
  }
}
