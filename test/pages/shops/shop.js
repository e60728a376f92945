/* global window, document, XMLHttpRequest, MpTesting, shop */

/** What every page of the shop has: MercadoPago.js, and a place where it says how the payment ended. */
window.standIn = MpTesting.installMercadoPago();

window.shop = {
  /** Posts that left, and those that were answered. */
  sent: 0,
  answered: 0,
  /** Steps of the page's own that take time, a captcha for instance. */
  busy: 0,

  get url() {
    return `${document.body.dataset.shop}/pay`;
  },

  /** Shows what the shop answered, and reports it to the element where this page does so. */
  show(payment) {
    const message = document.querySelector('#message');
    message.dataset.status = payment.status;
    message.textContent = payment.status_detail ?? payment.message;
    if (!('silent' in document.body.dataset)) document.querySelector('mp-saved-cards').paymentResult(payment);
  },

  /** True when the terms are ticked; else the page says that they are not. */
  agreed() {
    const isAgreed = document.querySelector('#terms').checked;
    document.querySelector('#terms-error').textContent = isAgreed ? '' : 'Accept the terms first.';
    return isAgreed;
  },
};

// The browser's own check of the terms ends in the same words.
document.addEventListener('invalid', ({ target }) => target.id === 'terms' && shop.agreed(), true);

// Counts the posts by script, so that a test knows when all of them were answered.
const { send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.send = function (body) {
  if (body) {
    shop.sent++;
    this.addEventListener('loadend', () => shop.answered++);
  }
  return send.apply(this, arguments);
};

const { fetch } = window;
window.fetch = async function (url, init) {
  const isPost = init?.method === 'POST';
  if (isPost) shop.sent++;
  try {
    return await fetch.call(window, url, init);
  } finally {
    if (isPost) shop.answered++;
  }
};
