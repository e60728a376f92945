import { expect } from '@open-wc/testing';
import type { StandIn } from '../../src/testing/index.js';
import { VISA } from '../support/add-card-harness.js';
import { visa } from '../support/cards.js';
import { afterTest } from '../support/saved-cards-harness.js';

interface Room {
  readonly standIn: StandIn;
}

/** A page in a frame that does something to its natives before our modules are loaded. */
async function openPage(
  before: string,
): Promise<{ window: Window & typeof globalThis; standIn: StandIn; errors: string[] }> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 600px; height: 400px';
  const room = new Promise<Room>((resolve) => {
    frame.addEventListener('room', (event) => resolve((event as CustomEvent<Room>).detail), { once: true });
  });
  const errors: string[] = [];
  Object.assign(window, { pageError: (text: string) => errors.push(text) });
  document.body.append(frame);
  // Written, so that it has our origin.
  frame.contentDocument?.open();
  frame.contentDocument?.write(`<!doctype html><html><body>
    <script>
      for (const type of ['error', 'unhandledrejection'])
        addEventListener(type, ({ message, reason }) => parent.pageError(String(message ?? reason)));
      ${before}
    </script>
    <form method="post" action="about:blank" target="shop"></form><iframe name="shop" hidden></iframe>
    <script type="module">
      import '/src/index.ts';
      import { installMercadoPago } from '/src/testing/index.ts';
      const standIn = installMercadoPago();
      frameElement.dispatchEvent(new parent.CustomEvent('room', { detail: { standIn } }));
    </script></body></html>`);
  frame.contentDocument?.close();
  afterTest(() => frame.remove());
  const { standIn } = await room;
  return { window: frame.contentWindow as Window & typeof globalThis, standIn, errors };
}

const NATIVES =
  'Object Array Function Promise Error TypeError Event CustomEvent EventTarget Node Element HTMLElement HTMLFormElement HTMLInputElement Map Set Date String RegExp';

const pages: [what: string, before: string][] = [
  ['nothing', ''],
  [
    'freezes its natives and their prototypes',
    `for (const name of '${NATIVES}'.split(' ')) { Object.freeze(window[name]); Object.freeze(window[name].prototype); }`,
  ],
  [
    'adds enumerable properties to Object.prototype and Array.prototype',
    `Object.prototype.each = function () {}; Object.prototype.name = ''; Array.prototype.each = function () {}; Array.prototype.first = 1;`,
  ],
  [
    'wraps customElements as a polyfill does',
    `const { define, get } = customElements;
     window.customElements = { define: define.bind(customElements), get: get.bind(customElements), whenDefined: customElements.whenDefined.bind(customElements), upgrade() {}, polyfillWrapFlushCallback() {} };
     const attach = Element.prototype.attachShadow;
     Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, shadyUpgradeFragment: null }); };`,
  ],
];

describe('a page that does to its natives, before our script,', () => {
  for (const [what, before] of pages) {
    it(`${what} shows the list and the form for a new card, and makes a token of each`, async () => {
      const { window, standIn, errors } = await openPage(before);
      const element = window.document.createElement('mp-saved-cards');
      Object.assign(element, { publicKey: 'TEST-1', cards: [visa], locale: 'es-AR' });
      window.document.forms[0]?.append(element);
      await standIn.ready('securityCode');
      await element.updateComplete;
      const refused = await element.tokenize().then(
        () => undefined,
        ({ name, code }: { name: string; code: string }) => ({ name, code }),
      );
      expect(refused).to.deep.equal({ name: 'MpError', code: 'code-incomplete' });
      await standIn.type('securityCode', '739');
      expect((await element.tokenize()).cardId).to.equal('1001');

      element.remove();
      const form = window.document.createElement('mp-add-card');
      Object.assign(form, { publicKey: 'TEST-1', intent: 'pay', locale: 'es-AR', open: true });
      window.document.forms[0]?.append(form);
      await standIn.type('cardNumber', VISA.number);
      await standIn.type('expirationDate', VISA.expiry);
      await standIn.type('securityCode', VISA.code);
      for (const name of ['cardholderName', 'identificationNumber'] as const) {
        const input = form.shadowRoot?.querySelector<HTMLInputElement>(`#${name}`);
        if (!input) continue; // a country may have none
        input.value = { cardholderName: VISA.name, identificationNumber: VISA.document }[name] ?? '';
        input.dispatchEvent(new window.Event('input', { bubbles: true }));
      }
      expect((await form.tokenize()).lastFourDigits).to.equal('3704');
      expect(errors).to.deep.equal([]);
    });
  }

  it('and to itself by document.open() and write() shows a new list, which pays', async () => {
    const { window, standIn } = await openPage('');
    const { document } = window;
    document.open();
    document.write(
      '<form method="post"><mp-saved-cards public-key="TEST-1" locale="es-AR"></mp-saved-cards><button>Pay</button></form>',
    );
    document.close();
    const element = document.querySelector('mp-saved-cards')!;
    element.cards = [visa];
    await standIn.ready('securityCode');
    await standIn.type('securityCode', '739');
    const tokens: (FormDataEntryValue | null)[] = [];
    const form = document.querySelector('form')!;
    const sent = new Promise<void>((resolve) => {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        tokens.push(new window.FormData(form).get('token'));
        resolve();
      });
    });
    document.querySelector('button')!.click();
    await sent;
    expect(tokens).to.deep.equal([standIn.tokens[0]?.id]);
  });
});
