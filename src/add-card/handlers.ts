import { submitImplicitly } from '../core/submit-implicitly.js';
import type { CardFieldType } from '../mercadopago/card-fields.js';
import type { FormContext } from './context.js';
import type { FormFeatures } from './features.js';
import type { Places } from './focus-target.js';
import { publicState } from './selectors.js';
import type { FieldName, Typed } from './state.js';
import type { Handlers } from './view.js';

/** The plain fields whose errors are shown when they are left. */
const LEFT_FIELDS: readonly FieldName[] = ['cardholderName', 'identificationNumber', 'issuerId'];

/** What follows from each thing that the shopper does in the form. */
export function createHandlers(context: FormContext, features: FormFeatures, places: Places): Handlers {
  const { store, host, internals, focus } = context;
  const { fields, installments, opening, saver } = features;

  const focusFrame = (target: EventTarget | null): void => {
    fields.focus((target as HTMLElement).dataset['field'] as CardFieldType);
  };

  const open = async (): Promise<void> => {
    if (store.state.isPaid) store.dispatch({ type: 'reset' });
    opening.open(true, true);
    focus('form');
    await host.updateComplete;
    await store.until((state) => publicState(state) !== 'loading');
    if (places.form?.matches(':focus')) fields.focus('cardNumber');
  };

  const save = async (): Promise<void> => {
    try {
      await fields.takeBack();
      await saver.save();
      // A list moves focus to the new card by itself.
      if (!context.list()) focus('start');
    } catch {
      focus('correction');
    }
  };

  return {
    open: () => void open(),
    cancel: () => {
      opening.close();
      focus('start');
    },
    save: () => void save(),
    openFrames: () => {
      places.form?.focus(); // the button that was pressed goes away
      void fields.retry();
      installments.requestAgain();
    },
    installments,
    input: ({ target }) => {
      const { id, type, value, checked } = target as HTMLInputElement;
      if (!(id in store.state.typed)) return;
      store.dispatch({ type: 'type', typed: { [id as keyof Typed]: type === 'checkbox' ? checked : value } });
    },
    leave: ({ type, target }) => {
      const { id, value } = target as HTMLInputElement;
      const field = LEFT_FIELDS.find((name) => name === id);
      if (field && (value || type === 'change')) store.dispatch({ type: 'leave', field });
    },
    keyDown: (event) => {
      if (event.key !== 'Enter' || event.isComposing || !(event.target as Element).matches('.input')) return;
      event.preventDefault();
      if (context.settings().intent === 'pay') submitImplicitly(internals.form);
      else void save();
    },
    click: ({ target }) => {
      // A label cannot reach into a frame.
      if ((target as Element).matches('.field-label[data-field]')) focusFrame(target);
    },
    focusFrame: ({ target }) => focusFrame(target),
    payAgain: () => {
      store.dispatch({ type: 'reset' });
      focus('start');
    },
  };
}
