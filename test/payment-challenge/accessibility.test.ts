import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CHALLENGE } from '../../src/timeouts.js';
import {
  afterTest,
  answer,
  mountChallenge,
  PaymentStatusShop,
  showChallenge,
  type ChallengePage,
} from '../support/challenge-harness.js';
import { driveTime } from '../support/clock.js';
import { en, es, esAr, esMx, pt } from '../support/messages.js';

const deciding = (state: string, detail: string) => {
  const shop = new PaymentStatusShop();
  shop.says(state, detail);
  return shop;
};

const states: [name: string, show: (locale: string) => Promise<ChallengePage>][] = [
  [
    'waiting',
    async (locale) => {
      const challenge = await showChallenge({ locale });
      await challenge.bankReady();
      return challenge;
    },
  ],
  [
    'closed',
    async (locale) => {
      const challenge = await showChallenge({ locale });
      await challenge.bankReady();
      challenge.dialog?.close();
      await challenge.reaches('closed');
      return challenge;
    },
  ],
  [
    'checking',
    async (locale) => {
      const challenge = await showChallenge({ locale });
      await challenge.bankReady();
      challenge.bank.say({ status: 'COMPLETE' });
      await challenge.reaches('checking');
      return challenge;
    },
  ],
  [
    'unfinished',
    async (locale) => {
      const clock = driveTime();
      const challenge = await showChallenge({ locale });
      await clock.tickAsync(CHALLENGE.limit);
      await challenge.settled();
      clock.uninstall(); // axe waits for timers
      return challenge;
    },
  ],
  [
    'signed out',
    async (locale) => {
      const shop = new PaymentStatusShop();
      shop.answer = () => answer('', { status: 401 });
      const challenge = await showChallenge({ locale, shop });
      await challenge.events.times('card-error');
      await challenge.settled();
      return challenge;
    },
  ],
  ['approved', (locale) => showChallenge({ locale, shop: deciding('approved', 'accredited') })],
  ['refused', (locale) => showChallenge({ locale, shop: deciding('rejected', 'cc_rejected_3ds_challenge') })],
  ['misconfigured', (locale) => showChallenge({ locale, url: 'javascript:0' })],
];

describe('axe finds nothing in <mp-payment-challenge>', () => {
  for (const [name, show] of states) {
    it(name, async () => {
      const challenge = await show('en-US');
      await challenge.expectAccessible();
    });
  }

  for (const [turn, locale] of ['es-AR', 'es-CL', 'es-MX', 'pt-BR'].entries()) {
    // The dialog and what is left of it in each language, the other states in one more language each.
    const shown = states.filter((_, index) => index < 2 || index % 4 === turn);
    it(`in ${locale}, in dark colours: ${shown.map(([name]) => name).join(', ')}`, async () => {
      document.body.style.cssText = 'color-scheme: dark; background: #111; color: #eee';
      afterTest(() => void (document.body.style.cssText = ''));
      for (const [, show] of shown) await (await show(locale)).expectAccessible();
    });
  }
});

describe('the dialog of <mp-payment-challenge>', () => {
  it('closes with its button, says what it is, and gives the focus to the page’s part', async () => {
    const challenge = await showChallenge();
    await challenge.bankReady();
    const { dialog } = challenge;
    const names = (attribute: string) => challenge.text(`#${dialog?.getAttribute(attribute)}`);
    expect([names('aria-labelledby'), names('aria-describedby')]).to.deep.equal([en.paymentChallenge, en.bankSteps]);
    challenge.press(en.closeBankPage);
    await challenge.reaches('closed');
    expect(dialog?.open).to.equal(false);
    expect(challenge.root.activeElement?.id).to.equal('notice');
  });

  it('closed by the browser (Esc, Back on a phone) counts as closed', async () => {
    const challenge = await showChallenge();
    await challenge.bankReady();
    challenge.dialog?.close();
    await challenge.reaches('closed');
    expect(challenge.ways).to.deep.equal([en.continueWithBank]);
  });
});

describe('<mp-payment-challenge> with the keyboard', () => {
  const focused = ({ root }: ChallengePage) => root.activeElement?.textContent.trim() || root.activeElement?.localName;

  it('leads through the dialog, out of it with Esc, and back into it with Enter', async () => {
    const challenge = await showChallenge();
    await challenge.bankReady();
    expect(focused(challenge)).to.equal(en.closeBankPage);
    await sendKeys({ press: 'Tab' });
    expect(focused(challenge)).to.equal('iframe');
    challenge.root.querySelector('a')?.focus();
    await sendKeys({ press: 'Escape' });
    await challenge.reaches('closed');
    expect(challenge.root.activeElement?.id).to.equal('notice');
    await sendKeys({ press: 'Tab' });
    expect(focused(challenge)).to.equal(en.continueWithBank);
    await sendKeys({ press: 'Enter' });
    await challenge.reaches('waiting');
    expect(challenge.dialog?.matches(':modal')).to.equal(true);
    expect(focused(challenge)).to.equal(en.closeBankPage);
  });
});

describe('the words of <mp-payment-challenge>', () => {
  for (const [locale, words] of Object.entries({
    'es-AR': esAr,
    'es-CL': es,
    'es-MX': esMx,
    'pt-BR': pt,
    'en-US': en,
  })) {
    it(`are those of ${locale}, in the dialog, next to it and at the end`, async () => {
      const challenge = await showChallenge({ locale });
      await challenge.bankReady();
      const { frame, root } = challenge;
      const said = [challenge.text('h2'), challenge.text('#steps'), frame?.title, challenge.text('.link')];
      expect(said).to.deep.equal([words.paymentChallenge, words.bankSteps, words.bankPage, words.openBankPage]);
      challenge.press(words.closeBankPage);
      await challenge.reaches('closed');
      expect(challenge.text('#notice')).to.contain(words.bankUndecided);
      expect(challenge.ways).to.deep.equal([words.continueWithBank]);
      challenge.shop.says('rejected', 'cc_rejected_3ds_challenge');
      challenge.press(words.continueWithBank);
      await challenge.reaches('waiting');
      challenge.bank.say({ status: 'COMPLETE' });
      await challenge.reaches('done');
      expect(root.querySelector('#notice')?.textContent).to.contain(words.bankUnconfirmed);
    });
  }
});

describe('the dialog of <mp-payment-challenge> that was closed', () => {
  it('is not opened again by an update before its event', async () => {
    const challenge = await showChallenge();
    await challenge.bankReady();
    challenge.dialog?.close();
    challenge.element.requestUpdate();
    await challenge.settled();
    expect(challenge.dialog?.open).to.equal(false);
    await challenge.reaches('closed');
    challenge.press(en.continueWithBank);
    await challenge.settled();
    expect(challenge.dialog?.open).to.equal(true);
  });
});

describe('the language of <mp-payment-challenge>', () => {
  it('is that of the closest lang, and follows it', async () => {
    const shop = new PaymentStatusShop();
    const challenge = await mountChallenge(
      html`<div lang="pt">
        <mp-payment-challenge url="/bank" endpoint="/p" .fetch=${shop.fetch}></mp-payment-challenge>
      </div>`,
    );
    expect(challenge.text('h2')).to.equal('Seu banco precisa confirmar que é você');
    challenge.element.parentElement!.lang = 'es-AR';
    await new Promise(requestAnimationFrame);
    await challenge.settled();
    expect(challenge.text('#steps')).to.match(/^Seguí/);
  });

  it('takes the page’s own sentences', async () => {
    const shop = new PaymentStatusShop();
    const challenge = await mountChallenge(
      html`<mp-payment-challenge
        url="/bank"
        endpoint="/p"
        .messages=${{ bankSteps: 'Own words.' }}
        .fetch=${shop.fetch}
      ></mp-payment-challenge>`,
    );
    expect(challenge.text('#steps')).to.equal('Own words.');
  });
});
