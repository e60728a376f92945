import type { Mechanism } from '../mechanisms.js';
import type { Payment } from './ledger.js';
import type { PageOptions } from './options.js';

const script = (name: string) => `<script src="/shop/script/${name}"></script>`;

/** What resets and themes do to all that is on a page, our own containers included. */
const RESET = `
      * { all: unset; float: left; line-height: 0; text-indent: -9999px }
      *, *::before, *::after { margin: 0 !important; padding: 0 !important; box-sizing: border-box !important }
      iframe { display: none !important; visibility: hidden !important; inline-size: 0 !important; height: 0 !important }
      section div:empty, form div { display: none }
      #payment, #pay-with-payment-option-1-form { display: block }
      #terms { display: block }
      #pay { position: fixed; inset: auto auto 0 0; z-index: 9; inline-size: 80px; block-size: 40px }`;

/** The checkout. After a refusal it says so in the way that needs no JavaScript. */
export function checkoutPage(run: string, options: PageOptions, refused?: Payment): string {
  const { mechanism, place, obstacle } = options;
  const libraries = [...mechanism.libraries.map(script), ...(obstacle === 'old-natives' ? [script(obstacle)] : [])];
  const head = [...(place === 'first' ? [script('ours'), ...libraries] : libraries)];
  if (place === 'middle') head.push(script('ours'));
  return `<!doctype html>
<html lang="es-AR">
  <head>
    <meta charset="utf-8">
    <title>${mechanism.name}</title>
    <link rel="icon" href="data:,">
    ${script('stand-in')}
    ${script('shop')}
    ${head.join('\n    ')}
    ${obstacle === 'reset' ? `<style>${RESET}</style>` : ''}
  </head>
  <body data-shop="/shop/${run}" ${options.silent ? 'data-silent' : ''}>
    <h1>Checkout</h1>
    <p id="message" data-status="${refused?.status ?? ''}">${refused?.status_detail ?? ''}</p>
    ${form(run, options, refused)}
    ${mechanism.leave ? `<p><a id="leave" ${mechanism.leave.replaceAll('{url}', `/shop/${run}/away`)}>Another page</a></p>` : ''}
    ${script(mechanism.script)}
    ${place === 'last' ? script('ours') : ''}
  </body>
</html>`;
}

function form(run: string, options: PageOptions, refused: Payment | undefined): string {
  const { mechanism } = options;
  const attributes = mechanism.form.replace('{url}', `/shop/${run}/pay`);
  const hidden = options.hidden ? (mechanism.hidden ?? []) : [];
  const inForm = `
      ${hidden.map((name) => `<input type="hidden" name="${name}" value="of the page">`).join('\n      ')}
      <p><label>E-mail <input type="email" name="email" value="ana@example.com" required></label></p>
      <div id="payment">${paymentSection(run, options, refused)}</div>`;
  const pay = `<button id="pay" type="${mechanism.pay === 'submit' ? 'submit' : 'button'}">Pay</button>`;
  switch (mechanism.pay) {
    case 'submit':
    case 'plain':
      return `<form id="checkout" ${attributes}>${inForm}${terms(mechanism)}${pay}</form>`;
    case 'outside':
      return `<form id="checkout" ${attributes}>${inForm}${terms(mechanism)}</form>${pay}`;
    case 'prestashop':
      return `
    <section id="checkout-payment-step">
      <p><label><input type="radio" name="payment-option" id="payment-option-1" checked> Card</label></p>
      <div id="pay-with-payment-option-1-form" class="js-payment-option-form">
        <form id="checkout" ${attributes}>${inForm}
          <button style="display: none" id="pay-with-payment-option-1" type="submit"></button>
        </form>
      </div>
      <form id="conditions-to-approve" method="get">${terms(mechanism)}</form>
      <div id="payment-confirmation"><button id="pay" type="submit" class="btn" disabled>Place order</button></div>
    </section>`;
  }
}

const terms = (mechanism: Mechanism) =>
  `<p><label><input type="checkbox" id="terms" name="terms" value="yes" ${
    mechanism.terms === 'required' ? 'required' : ''
  }> I accept the terms</label> <span id="terms-error"></span></p>`;

/** The part with our element. */
export function paymentSection(run: string, options: PageOptions, refused?: Payment): string {
  const attributes = [
    options.required ? 'required no-preselect' : '',
    refused?.card ? `card-id="${refused.card}"` : '',
    refused ? `status-detail="${refused.status_detail}"` : '',
  ];
  const list = (more: string) => `
        <mp-saved-cards public-key="TEST-MLA-pages" endpoint="/shop/${run}/cards" locale="es-AR" ${more}>
          ${options.newCard ? '<mp-add-card slot="add-card"></mp-add-card>' : ''}
        </mp-saved-cards>`;
  const section = list(attributes.join(' '));
  if (options.obstacle === 'second-list') return section + list('name="second"');
  return options.obstacle === 'accordion' ? accordion(section) : section;
}

/** Closed to its header. */
const accordion = (content: string) => `
        <div id="accordion" style="max-height: 40px; overflow: hidden">
          <h2 style="height: 60px; margin: 0">Card</h2>${content}
        </div>`;

export const plainPage = (id: string, text: string): string => `<!doctype html>
<html lang="es-AR">
  <head><meta charset="utf-8"><title>${text}</title><link rel="icon" href="data:,"></head>
  <body><h1 id="${id}">${text}</h1></body>
</html>`;
