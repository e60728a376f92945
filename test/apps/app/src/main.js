import { checkout } from './checkout.js';

const root = document.querySelector('#root');
const markup = root.innerHTML;

root.addEventListener('submit', async (event) => {
  event.preventDefault();
  const payment = await checkout(root.querySelector('mp-saved-cards'));
  const { dataset } = document.querySelector('#payment-result');
  Object.assign(dataset, { status: payment.status, statusDetail: payment.status_detail, paymentId: payment.id });
});
root.addEventListener('card-error', ({ detail }) => console.warn(detail.error.code));

// What a test presses around the checkout: it leaves and comes back, and it is rendered again.
document.querySelector('#toggle').addEventListener('click', () => {
  if (root.firstElementChild) root.replaceChildren();
  else root.innerHTML = markup;
});
document.querySelector('#render').addEventListener('click', ({ target }) => {
  const cards = root.querySelector('mp-saved-cards');
  cards.amount = 129.9;
  cards.messages = { heading: 'Tus tarjetas' };
  target.textContent = Number(target.textContent) + 1;
});
