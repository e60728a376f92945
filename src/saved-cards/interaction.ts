import { submitImplicitly } from '../core/submit-implicitly.js';
import { radioForKey } from './radio-keys.js';
import type { Session } from './session.js';
import type { View } from './view.js';

/** What follows from each thing that the shopper does in the list. */
export function interaction(session: Session, internals: ElementInternals): View['on'] {
  const { element, installments, payment, removal, rows } = session;

  /** The row of "use another card" has an empty value. */
  const choose = ({ value }: HTMLInputElement): void => {
    if (value) session.chooseCard(value, true);
    else session.choose({ card: null, isOther: true }, true);
  };

  return {
    reload: () => {
      rows.keepInside();
      session.list.reload();
    },
    openField: () => {
      rows.keepInside();
      void payment.retry();
      installments.requestAgain();
    },
    installments: {
      choose: (count) => installments.choose(count),
      retry: () => void installments.retry(),
    },
    focusCode: () => void payment.focus(),
    change: ({ target }) => choose(target as HTMLInputElement),
    showAll: () => {
      const { shown } = rows;
      session.store.dispatch({ type: 'show-all' });
      // The button is gone: the keyboard goes on where the new rows begin.
      void rows.focusNew(shown);
    },
    payAgain: () => session.payAgain(),
    startAgain: () => {
      rows.keepInside();
      session.startOver();
    },
    otherChanged: () => {
      element.requestUpdate();
      session.otherChanged();
    },
    click: (event) => {
      const target = event.target as Element;
      // An expired card can be reached and read, but not chosen.
      if (target.matches('input[aria-disabled="true"]')) event.preventDefault();
      // A label cannot reach into the frame.
      if (target.matches('.code .field-label, .frame')) payment.focus();
    },
    remove: (card) => removal.remove(card),
    undo: (card) => removal.undo(card),
    makeDefault: (card) => session.defaultCard.make(card),
    attend: () => removal.waitAgain(),
    keyDown: (event) => {
      const { radios } = rows;
      const isEnter = event.key === 'Enter' && radios.includes(event.target as HTMLInputElement);
      const radio = radioForKey(event, radios);
      if (!isEnter && !radio) return;
      event.preventDefault();
      if (isEnter) return submitImplicitly(internals.form);
      radio?.focus();
      if (radio?.ariaDisabled === 'false') choose(radio);
    },
  };
}
