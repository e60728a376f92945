import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../support/messages.js';
import { openOwnPage } from './own-page.js';

const LOCALES = ['es-AR', 'es-CL', 'es-MX', 'pt-BR', 'en-US'];

/** What is wider than its place. */
const cutOff = (parts: readonly Element[]): string[] =>
  parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ localName }) => localName);

describe('<mp-payment-challenge> in a window of its own width', () => {
  for (const [width, text] of [
    [280, '100%'],
    [320, '100%'],
    [320, '200%'],
    [375, '100%'],
    [768, '100%'],
  ] as const) {
    it(`is all in sight at ${width} px with text of ${text}, in every language, open and closed`, async () => {
      const { window, page, element, part } = await openOwnPage({ width, height: 900 });
      page.body.style.fontSize = text;
      for (const locale of LOCALES) {
        element.locale = locale;
        await element.updateComplete;
        const dialog = part('dialog');
        const { left, right, top, bottom } = dialog.getBoundingClientRect();
        expect(Math.min(left, top, width - right, 900 - bottom), locale).to.be.at.least(0);
        const close = part('.head button').getBoundingClientRect();
        expect(Math.min(close.left - left, right - close.right, close.top - top), locale).to.be.at.least(0);
        expect(cutOff([dialog, part('.head'), part('h2'), part('#steps'), page.documentElement]), locale).to.deep.equal(
          [],
        );
      }
      const bank = part('iframe').getBoundingClientRect();
      // What 3DS asks for, where there is room.
      if (width > 700) expect([bank.width >= 600, bank.height >= 500]).to.deep.equal([true, true]);
      else expect(bank.width).to.be.within(width - 60, width);
      part('.head button').click();
      await waitUntil(() => element.state === 'closed');
      for (const locale of LOCALES) {
        element.locale = locale;
        await element.updateComplete;
        expect(cutOff([part('#notice'), page.documentElement]), locale).to.deep.equal([]);
      }
      expect(window.innerWidth).to.equal(width);
    });
  }
});

describe('the policy of a page that keeps the bank out of <mp-payment-challenge>', () => {
  for (const [policy, creq] of [
    ["frame-src 'none'", ''],
    ["form-action 'none'", 'abc'],
    // Chromium then loads an error page of its own.
    ["frame-src 'none'", 'abc'],
  ] as const) {
    it(`is noticed at once: ${policy}${creq && ', where the page is posted to'}`, async () => {
      const { part, element } = await openOwnPage({ policy, creq });
      const isSaid = () => part('[role=status]').textContent === en.bankPageMissing;
      await waitUntil(isSaid, 'the bank’s page is said to be missing', { timeout: 5000 });
      expect(part(creq ? 'dialog form button' : 'dialog a').textContent.trim()).to.equal(en.openBankPage);
      expect(element.state).to.equal('waiting');
    });
  }
});

describe('the bank’s page in <mp-payment-challenge>', () => {
  for (const [width, height] of [
    [1000, 800],
    [375, 667],
    [320, 480],
  ] as const) {
    it(`stays under the finger while it loads and whatever message is shown, at ${width} × ${height}`, async () => {
      const { window, element, part } = await openOwnPage({ width, height });
      const said = () => part('[role=status]').textContent;
      const place = () => {
        const { left, top } = part('iframe').getBoundingClientRect();
        return [left, top];
      };
      const loading = [said(), ...place()];
      await waitUntil(() => said() !== en.bankPageLoading, 'the page is there', { timeout: 5000 });
      expect([en.bankPageLoading, ...place()]).to.deep.equal(loading);
      element.fetch = () => Promise.resolve(new Response('', { status: 401 }));
      await waitUntil(
        () => {
          window.dispatchEvent(new Event('online'));
          return said() === en.signInAgain;
        },
        'the session is over',
        { timeout: 5000 },
      );
      expect([en.bankPageLoading, ...place()]).to.deep.equal(loading);
      const boxes = ['iframe', '[role=status]', 'a'].map((selector) => part(selector).getBoundingClientRect());
      const [frame, news, link] = boxes as [DOMRect, DOMRect, DOMRect];
      expect(Math.min(news.top - frame.bottom, link.top - news.bottom)).to.be.at.least(0);
      if (height > 600) expect(link.bottom).to.be.at.most(height);
    });
  }
});
