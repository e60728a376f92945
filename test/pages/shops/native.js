/* global document, shop */
document.querySelector('#checkout').addEventListener('submit', (event) => {
  if (!shop.agreed()) event.preventDefault();
});
