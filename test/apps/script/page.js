/* global MpSavedCards */
const root = document.querySelector('#root');
const markup = root.innerHTML;

root.addEventListener('submit', async (event) => {
  event.preventDefault();
  const cards = root.querySelector('mp-saved-cards');
  try {
    const { token, cardId } = await cards.tokenize();
    const response = await fetch('/api/payments', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token, card_id: cardId }),
    });
    const payment = await response.json();
    cards.paymentResult(payment, { token });
    const { dataset } = document.querySelector('#payment-result');
    Object.assign(dataset, { status: payment.status, statusDetail: payment.status_detail, paymentId: payment.id });
  } catch (error) {
    if (!(error instanceof MpSavedCards.MpError)) throw error;
  }
});

root.addEventListener('card-error', ({ detail }) => console.warn(detail.error.code));

// What a test presses around the checkout: it leaves and comes back, and it is rendered again.
document.querySelector('#toggle').addEventListener('click', () => {
  if (root.firstElementChild) root.replaceChildren();
  else root.innerHTML = markup;
});
document.querySelector('#render').addEventListener('click', ({ target }) => {
  const cards = root.querySelector('mp-saved-cards');
  cards.setAttribute('amount', '129.90');
  cards.messages = { heading: 'Tus tarjetas' };
  target.textContent = Number(target.textContent) + 1;
});
