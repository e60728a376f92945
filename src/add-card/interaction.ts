import type { CardFieldType } from '../mercadopago/card-fields.js';
import { submitImplicitly } from '../core/submit-implicitly.js';
import type { FieldName } from './fields.js';
import type { Session } from './session.js';
import type { Typed } from './state.js';
import type { View } from './templates.js';

/** What follows from each thing that the shopper does in the form. */
export function interaction(session: Session, internals: ElementInternals): View['on'] {
  const { element, entry, installments, store } = session;
  const form = () => element.renderRoot.querySelector<HTMLElement>('.form');

  const focusFrame = (target: EventTarget | null): void => {
    entry.focus((target as HTMLElement).dataset['field'] as CardFieldType);
  };

  const open = async (): Promise<void> => {
    if (store.state.isPaid) session.reset();
    session.canCancel = true;
    session.show(true, true);
    await element.updateComplete;
    const opened = form();
    opened?.focus();
    await store.until(() => session.state !== 'loading');
    if (opened?.matches(':focus')) entry.focus('cardNumber');
  };

  const save = async (): Promise<void> => {
    try {
      await entry.takeBack();
      await element.save();
      await element.updateComplete;
      // A list moves focus to the new card by itself.
      if (!session.list) element.focus();
    } catch {
      await element.focusMend();
    }
  };

  return {
    open: () => void open(),
    cancel: () => {
      session.show(false, true);
      void element.updateComplete.then(() => element.focus());
    },
    save: () => void save(),
    openFrames: () => {
      form()?.focus(); // the button that was pressed goes away
      void entry.retry();
      installments.requestAgain();
    },
    installments: {
      choose: (count) => installments.choose(count),
      retry: () => void installments.retry(),
    },
    input: ({ target }) => {
      const { id, type, value, checked } = target as HTMLInputElement;
      if (id in store.state.typed) session.type({ [id as keyof Typed]: type === 'checkbox' ? checked : value });
    },
    leave: ({ type, target }) => {
      const { id, value, localName } = target as HTMLInputElement;
      const isField = /input|select/.test(localName) && /^(cardholderName|identificationNumber|issuerId)$/.test(id);
      if (isField && (value || type === 'change')) session.leave(id as FieldName);
    },
    keyDown: (event) => {
      if (event.key !== 'Enter' || event.isComposing || !(event.target as Element).matches('.input')) return;
      event.preventDefault();
      if (session.settings.intent === 'pay') submitImplicitly(internals.form);
      else void save();
    },
    click: ({ target }) => {
      // A label cannot reach into a frame.
      if ((target as Element).matches('.field-label[data-field]')) focusFrame(target);
    },
    focusFrame: ({ target }) => focusFrame(target),
    payAgain: () => {
      session.reset();
      void element.updateComplete.then(() => element.focus());
    },
  };
}
