/* global document, shop */
const form = document.querySelector('#checkout');

form.addEventListener('submit', (event) => {
  if (!shop.agreed()) event.preventDefault();
});
document.querySelector('#pay').addEventListener('click', () => form.requestSubmit());
