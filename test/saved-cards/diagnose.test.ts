import { expect, html } from '@open-wc/testing';
import { configureSdk, type Diagnosis, type DiagnosisId } from '../../src/elements.js';
import type { StandInOptions } from '../../src/testing/index.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { mastercard, visa } from '../support/cards.js';
import { readyCheckout } from '../support/checkout.js';
import { driveTime } from '../support/clock.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { afterTest, CODE, mount, mountReady, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';
import { asText } from '../support/recorder.js';

/** What is wrong, by what was looked at. */
const wrong = (diagnosis: Diagnosis): Partial<Record<DiagnosisId, string>> =>
  Object.fromEntries(diagnosis.checks.filter(({ ok }) => ok === false).map(({ id, message }) => [id, message]));

const ofState = (diagnosis: Diagnosis, state: boolean | null): DiagnosisId[] =>
  diagnosis.checks.filter(({ ok }) => ok === state).map(({ id }) => id);

/** Exactly these checks fail, each with these words. */
function expectWrong(diagnosis: Diagnosis, expected: Partial<Record<DiagnosisId, RegExp>>): void {
  const found = wrong(diagnosis);
  expect(Object.keys(found).sort()).to.deep.equal(Object.keys(expected).sort());
  for (const [id, words] of Object.entries(expected)) expect(found[id as DiagnosisId]).to.match(words);
  expect(diagnosis.ok).to.equal(Object.keys(expected).length === 0);
}

const withKey = (key: string) => mount(html`<mp-saved-cards public-key=${key} .cards=${[visa]}></mp-saved-cards>`);

const withMerchant = async (merchant: ScriptedMerchant): Promise<SavedCards> => {
  const widget = await mount(
    html`<mp-saved-cards public-key=${nextKey()} endpoint="/cards?shop=7" .fetch=${merchant.fetch}></mp-saved-cards>`,
  );
  await Promise.race([widget.events.times('cards-ready'), widget.events.times('card-error')]);
  return widget;
};

const withAnswers = async (answers: StandInOptions['answers']) =>
  mountReady([visa], { standIn: { ...(answers && { answers }) } });

describe('diagnose()', () => {
  describe('of a healthy page', () => {
    const healthy = async () => {
      const merchant = new ScriptedMerchant().cards([visa, mastercard]);
      const widget = await ready(
        html`<form>
          <mp-saved-cards
            public-key=${nextKey()}
            endpoint="/cards"
            amount="129.90"
            .fetch=${merchant.fetch}
          ></mp-saved-cards>
        </form>`,
      );
      return { widget, merchant };
    };

    it('finds everything right', async () => {
      const { widget } = await healthy();
      const diagnosis = await widget.element.diagnose();
      expectWrong(diagnosis, {});
      expect(ofState(diagnosis, null)).to.deep.equal([]);
      expect(diagnosis.version).to.match(/^\d+\.\d+\.\d+/);
      expect(diagnosis.checks.map(({ message }) => message).join('')).to.equal('');
    });

    it('changes nothing: what was typed, the frame and the state stay, and no token is made', async () => {
      const { widget, merchant } = await healthy();
      await widget.type(CODE);
      widget.events.forget();
      const { frame, mounts } = widget;
      await widget.element.diagnose();
      await widget.settled();
      expect(widget.frame).to.equal(frame);
      expect(widget.mounts).to.equal(mounts);
      expect(widget.codeInput.value).to.equal(CODE);
      expect(widget.events.names).to.deep.equal([]);
      expect(widget.standIn.tokens).to.deep.equal([]);
      expect(merchant.requests.map(({ init }) => init.method ?? 'GET')).to.deep.equal(['GET', 'GET']);
    });

    it('contains no secret and nothing personal', async () => {
      const { widget } = await healthy();
      const { token } = await widget.tokenize();
      const text = asText(await widget.element.diagnose());
      for (const secret of [token, CODE, widget.element.publicKey, '3704', '450995', '1001'])
        expect(text).not.to.contain(secret);
    });
  });

  describe('finds a public key', () => {
    const keys: [what: string, key: string, words: RegExp][] = [
      ['that is missing', '', /must be the public key/],
      ['that is none', 'my-key', /must be the public key/],
      ['that needs https', 'APP_USR-1', /Serve the page over https/],
    ];
    for (const [what, key, words] of keys) {
      it(what, async () => {
        const widget = await withKey(key);
        await widget.events.times('card-error');
        const diagnosis = await widget.element.diagnose();
        expectWrong(diagnosis, { 'public-key': words, field: words });
        expect(ofState(diagnosis, null)).to.include.members(['script', 'account', 'country']);
        expect(asText(diagnosis)).not.to.contain('my-key');
      });
    }

    it('that another element of the page does not have', async () => {
      const one = await ready(
        html`<div>
          <mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>
          <mp-saved-cards id="other" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>
        </div>`,
      );
      await one.events.times('card-error');
      const words = /Two public keys/;
      expectWrong(await one.beside('#other').element.diagnose(), { 'public-key': words, field: words });
      expectWrong(await one.element.diagnose(), {});
    });

    it('that Mercado Pago does not know', async () => {
      const refusal = Object.assign(new Error(), {
        message: 'public_key not found',
        error: 'bad_request',
        status: 400,
        cause: [{ code: '1001' }],
      });
      const widget = await withAnswers({
        getIdentificationTypes: () => Promise.reject(refusal),
      });
      expectWrong(await widget.element.diagnose(), { account: /does not know this public-key/ });
    });

    it('of another country than the cards', async () => {
      const widget = await withAnswers({
        getPaymentMethods: () => ({ paging: { total: 0, limit: 30, offset: 0 }, results: [] }),
      });
      expectWrong(await widget.element.diagnose(), { country: /same account/ });
    });
  });

  describe('finds a script', () => {
    it('that is blocked', async () => {
      configureSdk({ url: '/no-such-script.js' });
      afterTest(() => configureSdk({ url: 'https://sdk.mercadopago.com/js/v2' }));
      const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`, {
        standIn: null,
      });
      await widget.events.times('card-error');
      const words = /could not be loaded\. .*Content-Security-Policy/;
      expectWrong(await widget.element.diagnose(), { script: words, field: words });
    });

    it('that the page’s Cross-Origin-Embedder-Policy blocks, and does not blame another policy', async () => {
      configureSdk({ url: '/no-such-script.js' });
      const { fetch } = window;
      window.fetch = (url, init) =>
        init?.method === 'HEAD'
          ? Promise.resolve(new Response(null, { headers: { 'Cross-Origin-Embedder-Policy': 'require-corp' } }))
          : fetch(url, init);
      afterTest(() => {
        configureSdk({ url: 'https://sdk.mercadopago.com/js/v2' });
        window.fetch = fetch;
      });
      const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`, {
        standIn: null,
      });
      await widget.events.times('card-error');
      const words = /Cross-Origin-Embedder-Policy: require-corp/;
      const diagnosis = await widget.element.diagnose();
      expectWrong(diagnosis, { script: words, field: words, policy: words });
      expect(JSON.stringify(diagnosis)).not.to.contain('Content-Security-Policy');
    });

    it('that is something else', async () => {
      Object.assign(window, { MercadoPago: () => {} });
      afterTest(() => {
        Reflect.deleteProperty(window, 'MercadoPago');
      });
      const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`, {
        standIn: null,
      });
      await widget.events.times('card-error');
      expectWrong(await widget.element.diagnose(), { script: /window\.MercadoPago/, field: /window\.MercadoPago/ });
    });
  });

  describe('finds a field', () => {
    it('that never becomes ready', async () => {
      const clock = driveTime();
      const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`, {
        before: (standIn) => (standIn.readiness = 'silent'),
      });
      await clock.tickAsync(TIMEOUT.fieldReady);
      await widget.events.times('card-error');
      expectWrong(await widget.element.diagnose(), { field: /frame-src and in connect-src/ });
    });

    it('whose container the page wipes again and again', async () => {
      const widget = await mountReady([visa]);
      new MutationObserver(() => widget.element.replaceChildren()).observe(widget.element, { childList: true });
      widget.element.replaceChildren();
      await widget.events.times('card-error');
      expectWrong(await widget.element.diagnose(), { field: /must not change the children of the element/ });
    });

    it('that is elsewhere or on its way, which is no fault', async () => {
      const widget = await mount(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`, {
        before: (standIn) => standIn.hold('ready'),
      });
      const diagnosis = await widget.element.diagnose();
      expectWrong(diagnosis, {});
      expect(diagnosis.checks.find(({ id }) => id === 'field')).to.deep.include({
        ok: null,
        message: 'The Secure Fields are opening.',
      });
    });
  });

  describe('finds an endpoint', () => {
    const answers: [what: string, merchant: () => ScriptedMerchant, words: RegExp][] = [
      ['that answers a page', () => new ScriptedMerchant().html(), /Expected JSON.*text\/html.*\/cards\./],
      ['that answers no list', () => new ScriptedMerchant().cards({ name: 'secret' }), /Answer the JSON/],
      ['that fails', () => new ScriptedMerchant().status(500, 'secret'), /answered 500/],
      ['that is not there', () => new ScriptedMerchant().status(404, 'secret'), /answered 404/],
      ['that wants a sign-in', () => new ScriptedMerchant().status(401), /Send the session along/],
      ['that cannot be reached', () => new ScriptedMerchant().offline(), /CORS/],
    ];
    for (const [what, merchant, words] of answers) {
      it(what, async () => {
        const widget = await withMerchant(merchant());
        const diagnosis = await widget.element.diagnose();
        expectWrong(diagnosis, { endpoint: words });
        expect(asText(diagnosis)).not.to.match(/secret|shop=7/);
      });
    }

    it('that is missing', async () => {
      const widget = await mount(html`<mp-saved-cards public-key=${nextKey()}></mp-saved-cards>`);
      expectWrong(await widget.element.diagnose(), { endpoint: /Give "endpoint"/ });
    });

    it('that is not needed to be in order', async () => {
      const widget = await mountReady([visa]);
      expect(ofState(await widget.element.diagnose(), null)).to.include('endpoint');
    });
  });

  describe('finds in the page', () => {
    it('an amount that cannot be read', async () => {
      const widget = await mountReady([visa]);
      widget.element.amount = '129,90';
      expectWrong(await widget.element.diagnose(), { amount: /129\.90/ });
    });

    it('a control of the form that has one of our names', async () => {
      const { widget } = await readyCheckout({}, html`<input name="token" />`);
      expectWrong(await widget.element.diagnose(), { names: /"token"/ });
    });

    it('an element that is hidden, which takes no part', async () => {
      const widget = await mountReady([visa]);
      widget.element.style.display = 'none';
      const diagnosis = await widget.element.diagnose();
      expectWrong(diagnosis, {});
      expect(diagnosis.checks.find(({ id }) => id === 'place')?.message).to.contain('hidden');
    });

    it('a list that does not pay, and asks nothing of Mercado Pago for it', async () => {
      const widget = await mount(html`<mp-saved-cards mode="manage" .cards=${[visa]}></mp-saved-cards>`);
      const diagnosis = await widget.element.diagnose();
      expectWrong(diagnosis, {});
      expect(widget.standIn.callsOf('getIdentificationTypes')).to.deep.equal([]);
    });

    // The last one: what a page has refused, it has refused for its whole life.
    it('what its policy refused to Mercado Pago, by host only', async () => {
      const widget = await mountReady([visa]);
      const refuse = (effectiveDirective: string, blockedURI: string) =>
        document.dispatchEvent(
          new SecurityPolicyViolationEvent('securitypolicyviolation', {
            effectiveDirective,
            blockedURI,
            violatedDirective: effectiveDirective,
            documentURI: location.href,
            originalPolicy: '',
            disposition: 'enforce',
            statusCode: 200,
          }),
        );
      refuse('img-src', 'https://elsewhere.example/pixel');
      expectWrong(await widget.element.diagnose(), {});
      refuse('frame-src', 'https://secure-fields.mercadopago.com/page?secret');
      refuse('require-trusted-types-for', 'trusted-types-sink');
      const diagnosis = await widget.element.diagnose();
      expectWrong(diagnosis, {
        policy: /refused: frame-src https:\/\/secure-fields\.mercadopago\.com, require-trusted-types-for\. /,
      });
      expect(asText(diagnosis)).not.to.contain('secret');
    });
  });
});
