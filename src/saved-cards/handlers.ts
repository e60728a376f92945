import { submitImplicitly } from '../core/submit-implicitly.js';
import type { ListContext } from './context.js';
import type { ListFeatures } from './features.js';
import type { Places } from './focus-target.js';
import { radioForKey } from './radio-keys.js';
import type { Handlers } from './view.js';

/** What follows from each thing that the shopper does in the list. */
export function createHandlers(context: ListContext, features: ListFeatures, places: Places): Handlers {
  const { store, internals, focus } = context;
  const { selection, installments, fields, removal, defaultCard, loading } = features;

  /** The row of "use another card" has an empty value. */
  const choose = ({ value }: HTMLInputElement): void => {
    if (value) selection.chooseCard(value, true);
    else selection.chooseOther();
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
    change: ({ target }) => choose(target as HTMLInputElement),
    showAll: () => {
      const before = places.rows;
      store.dispatch({ type: 'show-all' });
      // The button is gone: the keyboard goes on where the new rows begin.
      context.afterUpdate(() => focus({ row: places.rows.find((row) => !before.includes(row))?.dataset['card'] }));
    },
    payAgain: () => {
      places.focusWidget();
      void features.payAgain();
    },
    startAgain: () => {
      places.focusWidget();
      store.dispatch({ type: 'start-over' });
    },
    slotChanged: () => features.slotChanged(),
    click: (event) => {
      const target = event.target as Element;
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
      const isEnter = event.key === 'Enter' && radios.includes(event.target as HTMLInputElement);
      const radio = radioForKey(event, radios);
      if (!isEnter && !radio) return;
      event.preventDefault();
      if (isEnter) return submitImplicitly(internals.form);
      radio?.focus();
      if (radio?.ariaDisabled === 'false') choose(radio);
    },
    remove: (card) => removal.remove(card),
    undo: (card) => removal.undo(card),
    makeDefault: (card) => defaultCard.make(card),
    rowVisited: () => removal.wait(),
  };
}
