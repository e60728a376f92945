import '@lit-labs/ssr-client/lit-element-hydrate-support.js'; // before Lit
import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import 'mp-saved-cards';
import { MpError } from 'mp-saved-cards';
import { page } from './page.js';

const root = document.getElementById('root');
const state = { cards: root.dataset.cards, isOpen: true, renders: 0, payment: {} };

const update = (change) => {
  Object.assign(state, change);
  render(page(state, listeners), root);
};

const listeners = {
  submit: async (event) => {
    event.preventDefault();
    const cards = root.querySelector('mp-saved-cards');
    try {
      const { token, cardId } = await cards.tokenize();
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ token, card_id: cardId });
      const payment = await (await fetch('/api/payments', { method: 'POST', headers, body })).json();
      cards.paymentResult(payment, { token });
      update({ payment });
    } catch (error) {
      if (!(error instanceof MpError)) throw error;
    }
  },
  toggle: () => update({ isOpen: !state.isOpen }),
  render: () => update({ renders: state.renders + 1 }),
};

hydrate(page(state, listeners), root);
document.documentElement.dataset.hydrated = '';
