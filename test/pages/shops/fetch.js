/* global document, shop */
document.querySelector('#checkout').addEventListener('submit', async (event) => {
  event.preventDefault();
  if (!shop.agreed()) return;
  const answer = await fetch(shop.url, { method: 'POST', body: new FormData(event.target) });
  shop.show(await answer.json());
});
