import { expect, html } from '@open-wc/testing';
import { configureSdk } from '../../src/elements.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { amex, expired, mastercard, optionalCode, visa, withoutCode } from '../support/cards.js';
import { driveTime } from '../support/clock.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { afterTest, CODE, mount, mountReady, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

const cards = [visa, mastercard, amex, expired];

const ask = (merchant: ScriptedMerchant) =>
  mount(html`<mp-saved-cards public-key=${nextKey()} endpoint="/cards" .fetch=${merchant.fetch}></mp-saved-cards>`);

const states: [name: string, show: () => Promise<SavedCards>][] = [
  ['loading', () => ask(new ScriptedMerchant().silence())],
  ['empty', () => mount(html`<mp-saved-cards public-key=${nextKey()} cards="[]"></mp-saved-cards>`)],
  [
    'failed',
    async () => {
      const widget = await ask(new ScriptedMerchant().status(500));
      await widget.events.times('card-error');
      return widget;
    },
  ],
  ['ready', () => mountReady(cards)],
  [
    'with a default card and one that expires soon',
    () => {
      const now = new Date();
      const soon = { ...mastercard, expiration_month: now.getMonth() + 1, expiration_year: now.getFullYear() };
      return mountReady({ default_card: visa['id'], cards: [visa, soon] } as never);
    },
  ],
  ['with an optional code', () => mountReady([optionalCode])],
  ['without a code', () => mountReady([withoutCode])],
  [
    'with expired cards only',
    () => mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[expired]}></mp-saved-cards>`),
  ],
  [
    'invalid',
    async () => {
      const widget = await mountReady(cards);
      widget.element.reportValidity();
      return widget;
    },
  ],
  [
    'tokenizing',
    async () => {
      const widget = await mountReady(cards);
      afterTest(widget.standIn.hold('token'));
      await widget.type(CODE);
      void widget.element.tokenize();
      return widget;
    },
  ],
  [
    'tokenized',
    async () => {
      const widget = await mountReady(cards);
      await widget.tokenize();
      return widget;
    },
  ],
  [
    'refused',
    async () => {
      const widget = await mountReady(cards);
      await widget.type(CODE);
      widget.standIn.nextToken = 'resolves-nothing';
      await widget.expectTokenError('token-refused');
      return widget;
    },
  ],
  [
    'with a blocked script',
    async () => {
      configureSdk({ url: '/no-such-script.js' });
      afterTest(() => configureSdk({ url: 'https://sdk.mercadopago.com/js/v2' }));
      const page = html`<mp-saved-cards public-key=${nextKey()} .cards=${cards}></mp-saved-cards>`;
      const widget = await mount(page, { standIn: null });
      await widget.events.times('card-error');
      return widget;
    },
  ],
  [
    'with a field that did not come, and a refusal',
    async () => {
      const clock = driveTime();
      const page = html`<mp-saved-cards public-key=${nextKey()} .cards=${cards}></mp-saved-cards>`;
      const widget = await mount(page, { before: (standIn) => (standIn.readiness = 'silent') });
      await clock.tickAsync(TIMEOUT.fieldReady);
      widget.standIn.nextToken = 'insecure-origin';
      await widget.expectTokenError('configuration');
      clock.uninstall();
      return widget;
    },
  ],
  [
    'with its field in another element',
    async () => {
      const key = nextKey();
      const first = await ready(
        html`<div>
          <mp-saved-cards public-key=${key} .cards=${cards}></mp-saved-cards>
          <mp-saved-cards id="second" public-key=${key} .cards=${cards}></mp-saved-cards>
        </div>`,
      );
      return first.beside('#second');
    },
  ],
  [
    'disabled',
    async () => {
      const widget = await mountReady(cards);
      widget.element.disabled = true;
      return widget;
    },
  ],
  [
    'in dark colours',
    () =>
      ready(
        html`<div style="color-scheme: dark; background: #111; color: #eee">
          <mp-saved-cards public-key=${nextKey()} .cards=${cards}></mp-saved-cards>
        </div>`,
      ),
  ],
  [
    'in dark colours and invalid',
    async () => {
      const widget = await ready(
        html`<div style="color-scheme: dark; background: #111; color: #eee">
          <mp-saved-cards public-key=${nextKey()} .cards=${cards}></mp-saved-cards>
        </div>`,
      );
      widget.element.reportValidity();
      return widget;
    },
  ],
  [
    'right to left',
    () => ready(html`<div dir="rtl"><mp-saved-cards public-key=${nextKey()} .cards=${cards}></mp-saved-cards></div>`),
  ],
];

describe('axe finds nothing in <mp-saved-cards>', () => {
  for (const [name, show] of states) {
    it(name, async () => {
      const widget = await show();
      await widget.expectAccessible();
    });
  }
});

describe('assistive technology', () => {
  it('has a group that is required or not', async () => {
    const widget = await mountReady(cards);
    const group = widget.root.querySelector('[role=radiogroup]');
    expect(group?.ariaRequired).to.equal('false');
    widget.element.required = true;
    await widget.settled();
    expect(group?.ariaRequired).to.equal('true');
  });

  it('has the code as a group with a name, a hint and the error', async () => {
    const widget = await mountReady(cards);
    widget.element.reportValidity();
    await widget.settled();
    const group = widget.root.querySelector('[role=group]');
    const texts = (attribute: string) =>
      (group?.getAttribute(attribute) ?? '').split(' ').map((id) => widget.text(`#${id}`));
    expect(texts('aria-labelledby')).to.deep.equal([widget.text('.field-label')]);
    expect(texts('aria-describedby')).to.deep.equal([widget.hint, widget.codeError]);
    expect(group?.contains(widget.part('field'))).to.equal(true);
  });

  it('finds the code outside the label of its row', async () => {
    const widget = await mountReady(cards);
    expect(widget.root.querySelectorAll('label :is([role=group], button, slot)')).to.have.length(0);
  });
});
