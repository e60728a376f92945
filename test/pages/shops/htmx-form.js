/* global document, shop */
document.body.addEventListener('htmx:beforeRequest', (event) => {
  if (!shop.agreed()) event.preventDefault();
});

// The shop's answer brings this event in its `HX-Trigger` header.
document.body.addEventListener('payment', ({ detail }) => shop.show(detail));
