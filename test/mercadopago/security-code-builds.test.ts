import { sendKeys } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { CodeBench, fourDigits, threeDigits } from './code-bench.js';
import { NESTINGS } from './nesting.js';

describe('the security code field', () => {
  let bench: CodeBench;

  afterEach(() => bench.close());

  describe('in a build with page-global listeners', () => {
    beforeEach(async () => {
      bench = await CodeBench.open({ legacyListeners: true });
    });

    it('hears of each new frame', async () => {
      const element = await bench.shown();
      await bench.standIn.type('securityCode', '1');
      element.field.show(bench.sdk, fourDigits, true);
      await element.times('ready', 2);
      await bench.standIn.type('securityCode', '1');
      expect(element.of('change')).to.have.length(2);
    });
  });

  describe('in a build that tells nothing and cannot be updated', () => {
    const { warn } = console;

    beforeEach(async () => {
      console.warn = () => {}; // it warns of every event that it does not know
      bench = await CodeBench.open({ oldBuild: true });
    });

    afterEach(() => {
      console.warn = warn;
    });

    const ready = async () => {
      await bench.standIn.ready('securityCode');
      return bench.frame;
    };

    it('is there to be typed into', async () => {
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      await bench.standIn.type('securityCode', '123');
      expect((await bench.sdk.createCardToken({ cardId: '1001' })).id).to.not.equal('');
      expect(element.failures).to.be.empty;
    });

    for (const look of [threeDigits, fourDigits]) {
      it(`is replaced for the next card with ${look.length} digits, since nobody knows what is in it`, async () => {
        const element = bench.element();
        element.field.show(bench.sdk, threeDigits, false);
        const frame = await ready();
        await bench.standIn.type('securityCode', '12');
        element.field.show(bench.sdk, look, true);
        expect(await ready())
          .to.be.instanceOf(HTMLIFrameElement)
          .and.not.equal(frame);
        expect(bench.input.value).to.equal('');
      });
    }

    it('cannot be focused or marked, and does not throw', async () => {
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      await ready();
      expect(element.field.focus()).to.equal(false);
      expect(() => element.field.setInvalid(true)).not.to.throw();
    });
  });

  describe('with the element', () => {
    beforeEach(async () => {
      bench = await CodeBench.open();
    });

    for (const [where, ...roots] of NESTINGS) {
      it(`in ${where} is found by name and makes a token`, async () => {
        const element = bench.element(...roots);
        element.field.show(bench.sdk, threeDigits, false);
        await element.times('ready', 1);
        expect(window.frames['securityCode' as unknown as number]).to.equal(bench.frame?.contentWindow);
        await bench.standIn.type('securityCode', '123');
        expect((await bench.sdk.createCardToken({ cardId: '1001' })).id).to.not.equal('');
        element.field.close();
        expect(element.element.childNodes).to.have.length(0);
      });
    }

    for (const mode of ['open', 'closed'] as const) {
      it(`in two shadow roots that are ${mode} stands in the natural Tab order`, async () => {
        const outer = { mode, before: '<button></button>', after: '<button></button>' };
        const element = bench.element(outer, outer);
        element.field.show(bench.sdk, threeDigits, false);
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
      bench = await CodeBench.open();
    });

    const pair = async () => [await bench.shown(), bench.element()] as const;

    it('stays with the first', async () => {
      const [first, second] = await pair();
      const { frame } = bench;
      second.field.show(bench.sdk, threeDigits, false);
      expect(second.events).to.deep.equal([{ type: 'evicted' }]);
      expect(bench.frame).to.equal(frame);
      expect(first.of('evicted')).to.be.empty;
    });

    it('goes to the second with the shopper, and back', async () => {
      const [first, second] = await pair();
      second.field.show(bench.sdk, threeDigits, true);
      await second.times('ready', 1);
      expect(first.of('evicted')).to.have.length(1);
      expect(first.element.childNodes).to.have.length(0);
      first.field.show(bench.sdk, threeDigits, true);
      await first.times('ready', 2);
      expect(second.field.isOpen).to.equal(false);
      expect(bench.standIn.fields).to.have.length(1);
    });

    it('is not taken from the first while a token is made', async () => {
      const [first, second] = await pair();
      first.busy = true;
      second.field.show(bench.sdk, threeDigits, true);
      expect(second.events).to.deep.equal([{ type: 'evicted' }]);
      expect(first.field.isOpen).to.equal(true);
    });

    it('is free when the first is closed', async () => {
      const [first, second] = await pair();
      first.field.close();
      second.field.show(bench.sdk, threeDigits, false);
      await second.times('ready', 1);
    });

    it('goes to the second at once when it takes the first one’s place in the page', async () => {
      const [first, second] = await pair();
      first.element.replaceWith(second.element);
      second.field.show(bench.sdk, threeDigits, false);
      await second.times('ready', 1);
      expect(bench.standIn.fields).to.have.length(1);
    });
  });
});
