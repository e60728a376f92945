/* global document, HTMLFormElement */
const form = document.querySelector('#checkout');

document.querySelector('#pay').addEventListener('click', () => {
  if (form.reportValidity()) HTMLFormElement.prototype.submit.call(form);
});
