import { sendKeys } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { TestPage, fourDigits, threeDigits } from './test-page.js';
import { NESTINGS } from './nesting.js';

describe('the security code field', () => {
  let page: TestPage;

  afterEach(() => page.close());

  describe('in a build with page-global listeners', () => {
    beforeEach(async () => {
      page = await TestPage.open({ legacyListeners: true });
    });

    it('gets the events of each new frame', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '1');
      element.field.show(page.sdk, fourDigits, true);
      await element.times('ready', 2);
      await page.standIn.type('securityCode', '1');
      expect(element.of('change')).to.have.length(2);
    });
  });

  describe('in a build without events and update', () => {
    const { warn } = console;

    beforeEach(async () => {
      console.warn = () => {}; // it warns about every event name that it does not know
      page = await TestPage.open({ oldBuild: true });
    });

    afterEach(() => {
      console.warn = warn;
    });

    const ready = async () => {
      await page.standIn.ready('securityCode');
      return page.frame;
    };

    it('makes a token from what is typed', async () => {
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      await page.standIn.type('securityCode', '123');
      expect((await page.sdk.createCardToken({ cardId: '1001' })).id).to.not.equal('');
      expect(element.failures).to.be.empty;
    });

    for (const look of [threeDigits, fourDigits]) {
      it(`is replaced for the next card with ${look.length} digits, since it may have digits`, async () => {
        const element = page.element();
        element.field.show(page.sdk, threeDigits, false);
        const frame = await ready();
        await page.standIn.type('securityCode', '12');
        element.field.show(page.sdk, look, true);
        expect(await ready())
          .to.be.instanceOf(HTMLIFrameElement)
          .and.not.equal(frame);
        expect(page.input.value).to.equal('');
      });
    }

    it('cannot be focused or set invalid, and does not throw', async () => {
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      await ready();
      expect(element.field.focus()).to.equal(false);
      expect(() => element.field.setInvalid(true)).not.to.throw();
    });
  });

  describe('with the element', () => {
    beforeEach(async () => {
      page = await TestPage.open();
    });

    for (const [where, ...roots] of NESTINGS) {
      it(`in ${where} is found by name and makes a token`, async () => {
        const element = page.element(...roots);
        element.field.show(page.sdk, threeDigits, false);
        await element.times('ready', 1);
        expect(window.frames['securityCode' as unknown as number]).to.equal(page.frame?.contentWindow);
        await page.standIn.type('securityCode', '123');
        expect((await page.sdk.createCardToken({ cardId: '1001' })).id).to.not.equal('');
        element.field.close();
        expect(element.element.childNodes).to.have.length(0);
      });
    }

    for (const mode of ['open', 'closed'] as const) {
      it(`in two shadow roots that are ${mode} is in the natural Tab order`, async () => {
        const outer = { mode, before: '<button></button>', after: '<button></button>' };
        const element = page.element(outer, outer);
        element.field.show(page.sdk, threeDigits, false);
        await element.times('ready', 1);
        const [before, after] = element.element.parentNode?.parentNode?.querySelectorAll('button') ?? [];
        before?.focus();
        await sendKeys({ press: 'Tab' });
        await element.times('focus', 1);
        const left = new Promise((resolve) => after?.addEventListener('focus', resolve, { once: true }));
        await sendKeys({ press: 'Tab' });
        await left;
      });
    }
  });

  describe('of two elements on a page', () => {
    beforeEach(async () => {
      page = await TestPage.open();
    });

    const pair = async () => [await page.shown(), page.element()] as const;

    it('stays with the first', async () => {
      const [first, second] = await pair();
      const { frame } = page;
      second.field.show(page.sdk, threeDigits, false);
      expect(second.events).to.deep.equal([{ type: 'unavailable' }]);
      expect(page.frame).to.equal(frame);
      expect(first.of('unavailable')).to.be.empty;
    });

    it('goes to the second by an action of the shopper, and back', async () => {
      const [first, second] = await pair();
      second.field.show(page.sdk, threeDigits, true);
      await second.times('ready', 1);
      expect(first.of('unavailable')).to.have.length(1);
      expect(first.element.childNodes).to.have.length(0);
      first.field.show(page.sdk, threeDigits, true);
      await first.times('ready', 2);
      expect(second.field.isOpen).to.equal(false);
      expect(page.standIn.fields).to.have.length(1);
    });

    it('is not taken from the first while a token is made', async () => {
      const [first, second] = await pair();
      first.busy = true;
      second.field.show(page.sdk, threeDigits, true);
      expect(second.events).to.deep.equal([{ type: 'unavailable' }]);
      expect(first.field.isOpen).to.equal(true);
    });

    it('is free when the first is closed', async () => {
      const [first, second] = await pair();
      first.field.close();
      second.field.show(page.sdk, threeDigits, false);
      await second.times('ready', 1);
    });

    it('goes to the second at once when it takes the first one’s place in the page', async () => {
      const [first, second] = await pair();
      first.element.replaceWith(second.element);
      second.field.show(page.sdk, threeDigits, false);
      await second.times('ready', 1);
      expect(page.standIn.fields).to.have.length(1);
    });
  });
});
