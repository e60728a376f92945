import { expect } from '@open-wc/testing';
import type { PaymentSdk } from '../../src/mercadopago/payment-sdk.js';
import { CodeBench, fourDigits, threeDigits, type CodeElement } from './code-bench.js';

describe('the security code field', () => {
  let bench: CodeBench;

  beforeEach(async () => {
    bench = await CodeBench.open();
  });

  afterEach(() => bench.close());

  describe('when it is shown', () => {
    it('is one frame, named and described for the shopper', async () => {
      const { events } = await bench.shown();
      expect(events.map(({ type }) => type)).to.deep.equal(['opening', 'ready']);
      await bench.heardByFrame();
      expect(bench.frame?.title).to.equal('Security code');
      expect(bench.input.getAttribute('aria-label')).to.equal('Security code');
      expect(bench.input.getAttribute('aria-required')).to.equal('true');
      expect(bench.input.placeholder).to.equal('123');
      expect(bench.input.maxLength).to.equal(3);
    });

    it('takes the text style of its element', async () => {
      await bench.shown();
      expect(bench.input.style.color).to.equal('rgb(1, 2, 3)');
    });

    it('is not required where the code is optional', async () => {
      await bench.shown({ ...threeDigits, mode: 'optional' });
      expect(bench.input.getAttribute('aria-required')).to.equal('false');
    });
  });

  describe('while it is empty', () => {
    it('stays as it is for the next card', async () => {
      const { field, events } = await bench.shown();
      const { frame } = bench;
      field.show(bench.sdk, { ...threeDigits }, true);
      await bench.heardByFrame();
      expect(bench.frame).to.equal(frame);
      expect(bench.standIn.callsOf('field.mount')).to.have.length(1);
      expect(events.filter(({ type }) => type === 'ready')).to.have.length(1);
    });

    it('takes the rule of the next card without a reload', async () => {
      const { field } = await bench.shown();
      const { frame, input } = bench;
      field.show(bench.sdk, fourDigits, true);
      await bench.heardByFrame();
      expect(bench.frame).to.equal(frame);
      expect(bench.input).to.equal(input);
      expect([input.maxLength, input.placeholder]).to.deep.equal([4, '1234']);
      field.show(bench.sdk, threeDigits, true);
      await bench.heardByFrame();
      expect([input.maxLength, input.placeholder]).to.deep.equal([3, '123']);
    });

    it('takes the last rule that came before it was ready', async () => {
      const release = bench.standIn.hold('ready');
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      const { frame } = bench;
      element.field.show(bench.sdk, fourDigits, true);
      release();
      await element.times('ready', 1);
      await bench.heardByFrame();
      expect(bench.frame).to.equal(frame);
      expect(bench.input.maxLength).to.equal(4);
    });
  });

  describe('with digits in it', () => {
    for (const look of [threeDigits, fourDigits]) {
      it(`is replaced by an empty one for a card with ${look.length} digits`, async () => {
        const element = await bench.shown();
        const { frame } = bench;
        await bench.standIn.type('securityCode', '1');
        element.field.show(bench.sdk, look, true);
        await element.times('ready', 2);
        expect(bench.frame).not.to.equal(frame);
        expect(bench.input.value).to.equal('');
        expect(element.of('ready').some(({ lost }) => lost)).to.equal(false);
        expect(bench.standIn.fields).to.have.length(1);
      });
    }

    it('makes a token with them', async () => {
      await bench.shown();
      await bench.standIn.type('securityCode', '123');
      const { id } = await bench.sdk.createCardToken({ cardId: '1001' });
      expect(bench.standIn.tokens.map((token) => token.id)).to.deep.equal([id]);
    });
  });

  describe('tells its element', () => {
    it('of focus and blur', async () => {
      const { events } = await bench.shown();
      await bench.standIn.focus('securityCode');
      await bench.standIn.blur('securityCode');
      expect(events.slice(2)).to.deep.equal([{ type: 'focus' }, { type: 'blur' }]);
    });

    it('of what the shopper changes', async () => {
      const element = await bench.shown();
      await bench.standIn.type('securityCode', '12');
      expect(element.of('change')).to.deep.equal([
        { type: 'change', byShopper: true },
        { type: 'change', byShopper: true },
      ]);
    });

    it('that a change after blur is none by the shopper', async () => {
      const element = await bench.shown();
      await bench.standIn.type('securityCode', '1');
      await bench.standIn.blur('securityCode');
      bench.standIn.emit('securityCode', 'change');
      expect(element.of('change').map(({ byShopper }) => byShopper)).to.deep.equal([true, false]);
    });

    it('whether the code is valid', async () => {
      const element = await bench.shown();
      await bench.standIn.type('securityCode', '123');
      expect(element.of('validity').map(({ valid }) => valid)).to.deep.equal([false, true]);
    });

    it('nothing of a field that it has closed', async () => {
      const element = await bench.shown();
      let tell = () => {};
      const sdk = {
        ...bench.sdk,
        createField: () => ({
          mount: (id: string) => document.getElementById(id)?.append(document.createElement('iframe')),
          unmount: () => {},
          on: (_name: string, callback: () => void) => (tell = callback),
        }),
      };
      element.field.show(sdk, fourDigits, true);
      element.field.close();
      const before = element.events.length;
      tell();
      expect(element.events).to.have.length(before);
    });
  });

  describe('on request', () => {
    it('takes the focus', async () => {
      const element = await bench.shown();
      expect(element.field.focus()).to.equal(true);
      expect(document.activeElement).to.equal(bench.frame);
    });

    it('cannot take it before it is ready', () => {
      const element = bench.element();
      expect(element.field.focus()).to.equal(false);
      element.field.show(bench.sdk, threeDigits, false);
      expect(element.field.focus()).to.equal(false);
    });

    it('says inside the frame that the code is wrong, and that it no longer is', async () => {
      const { field } = await bench.shown();
      for (const invalid of [true, true, false]) {
        field.setInvalid(invalid);
        await bench.heardByFrame();
        expect(bench.input.getAttribute('aria-invalid')).to.equal(String(invalid));
      }
      const told = bench.standIn.callsOf('field.update').filter((call) => 'invalid' in (call.arguments[1] as object));
      expect(told).to.have.length(2);
    });
  });

  describe('after a change of the theme', () => {
    const paint = ({ element }: CodeElement, color: string) =>
      element.shadowRoot?.querySelector('div')?.style.setProperty('color', color);

    it('has the text style of now and the digits of before', async () => {
      const element = await bench.shown();
      await bench.standIn.type('securityCode', '12');
      const { frame } = bench;
      paint(element, 'rgb(9, 9, 9)');
      element.field.restyle();
      await bench.heardByFrame();
      expect(bench.input.style.color).to.equal('rgb(9, 9, 9)');
      expect(bench.input.value).to.equal('12');
      expect(bench.frame).to.equal(frame);
    });

    it('has it too when it was not ready yet', async () => {
      const release = bench.standIn.hold('ready');
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      paint(element, 'rgb(9, 9, 9)');
      element.field.restyle();
      release();
      await element.times('ready', 1);
      await bench.heardByFrame();
      expect(bench.input.style.color).to.equal('rgb(9, 9, 9)');
    });

    it('is mounted anew, and digits that are lost are told, when the SDK refuses the update', async () => {
      const element = bench.element();
      const sdk: PaymentSdk = {
        ...bench.sdk,
        createField(type, options) {
          const field = bench.sdk.createField(type, options);
          const update = () => {
            throw new Error('not now');
          };
          return Object.assign(field, { update });
        },
      };
      element.field.show(sdk, threeDigits, false);
      await element.times('ready', 1);
      await bench.standIn.type('securityCode', '12');
      paint(element, 'rgb(9, 9, 9)');
      element.field.restyle();
      await element.times('ready', 2);
      expect(bench.input.style.color).to.equal('rgb(9, 9, 9)');
      expect(element.of('ready')[1]?.lost?.code).to.equal('field-lost');
    });

    it('is left alone while its element is out of the page', async () => {
      const element = await bench.shown();
      const before = bench.standIn.callsOf('field.update').length;
      element.element.remove();
      element.field.restyle();
      expect(bench.standIn.callsOf('field.update')).to.have.length(before);
      expect(element.of('opening')).to.have.length(1);
    });

    it('is not shown by it', () => {
      const element = bench.element();
      element.field.restyle();
      expect(element.events).to.be.empty;
    });
  });

  describe('when it is closed', () => {
    it('is unmounted and leaves nothing behind', async () => {
      const { field, element } = await bench.shown();
      field.close();
      expect(bench.standIn.callsOf('field.unmount')).to.have.length(1);
      expect(bench.standIn.fields).to.be.empty;
      expect(element.childNodes).to.have.length(0);
      expect(field.isOpen).to.equal(false);
    });

    it('is unmounted too when the page has already removed the element', async () => {
      const { field, element } = await bench.shown();
      element.remove();
      field.close();
      expect(bench.standIn.fields).to.be.empty;
      await bench.shown();
    });

    it('does not mind that the page has unmounted it', async () => {
      const { field, element } = await bench.shown();
      bench.standIn.uninstall();
      expect(() => field.close()).not.to.throw();
      expect(element.childNodes).to.have.length(0);
    });
  });
});
