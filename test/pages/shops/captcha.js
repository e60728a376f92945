/* global document, HTMLFormElement, shop */
const form = document.querySelector('#checkout');

/** A captcha that the shopper does not see: its answer takes a moment. */
const captcha = () => new Promise((resolve) => setTimeout(resolve, 50));

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (!shop.agreed()) return;
  shop.busy++;
  await captcha();
  HTMLFormElement.prototype.submit.call(form);
  shop.busy--;
});
