import { submitImplicitly } from '../core/submit-implicitly.js';
import type { ListContext } from './context.js';
import type { ListFeatures } from './features.js';
import type { Places } from './focus-target.js';
import { radioForKey } from './radio-keys.js';
import { chosenCard, isPaid } from './selectors.js';
import type { Handlers } from './view.js';

/** What follows from each thing that the shopper does in the list. */
export function createHandlers(context: ListContext, features: ListFeatures, places: Places): Handlers {
  const { store, internals, focus, settings } = context;
  const { installments, fields, removal, loading, slot, nextFocus } = features;

  /** The row of "use another card" has an empty value. */
  const choose = ({ value }: HTMLInputElement): void => {
    if (value) store.dispatch({ type: 'choose-card', cardId: value, byShopper: true, now: new Date() });
    else store.dispatch({ type: 'choose-other' });
  };

  /** The last press of the list was with a finger or a mouse: it comes before the `change` that it causes. */
  let isByPointer = false;
  const chosenByPointer = (): void => {
    const isWanted = isByPointer && settings.codeFocus === 'pointer';
    if (isWanted && chosenCard(store.state) && !isPaid(store.state)) void nextFocus.code();
    isByPointer = false;
  };

  return {
    reload: () => {
      places.focusWidget();
      loading.reload();
    },
    openField: () => {
      places.focusWidget();
      void fields.retry();
      installments.requestAgain();
    },
    installments,
    focusCode: () => void fields.focus(),
    change: ({ target }) => {
      choose(target as HTMLInputElement);
      chosenByPointer();
    },
    showAll: () => {
      const before = places.rows;
      store.dispatch({ type: 'show-all' });
      // The button is gone: the focus moves to where the new rows begin.
      context.afterUpdate(() => focus({ row: places.rows.find((row) => !before.includes(row))?.dataset['card'] }));
    },
    payAgain: () => {
      places.focusWidget();
      store.dispatch({ type: 'another-payment' });
    },
    startAgain: () => {
      places.focusWidget();
      store.dispatch({ type: 'start-over' });
    },
    slotChanged: () => slot.updateHasOther(),
    click: (event) => {
      const target = event.target as Element;
      // The press of a label is followed by one of its radio, which is not the shopper's.
      isByPointer = event.detail > 0 || (isByPointer && target.matches('input'));
      // The card is chosen already: no `change` follows.
      if (target.closest('.chosen > label')) chosenByPointer();
      // An expired card can be reached and read, but not chosen.
      if (target.matches('input[aria-disabled="true"]')) {
        event.preventDefault();
        store.dispatch({ type: 'choose-unusable', cardId: (target as HTMLInputElement).value });
      }
      // A label cannot reach into the frame.
      if (target.matches('.code .field-label, .frame')) fields.focus();
    },
    keyDown: (event) => {
      const { radios } = places;
      isByPointer = false;
      const isEnter = event.key === 'Enter' && radios.includes(event.target as HTMLInputElement);
      const radio = radioForKey(event, radios);
      if (!isEnter && !radio) return;
      event.preventDefault();
      if (isEnter) return submitImplicitly(internals.form);
      radio?.focus();
      if (radio?.ariaDisabled === 'false') choose(radio);
    },
    remove: (card) => removal.remove(card),
    undo: (card) => void store.dispatch({ type: 'undo', card }),
    makeDefault: (card) => void store.dispatch({ type: 'change-due', task: 'default', card }),
    rowVisited: () => removal.wait(),
  };
}
