import { expect } from '@open-wc/testing';
import type { PaymentSdk } from '../../src/mercadopago/payment-sdk.js';
import { TestPage, fourDigits, threeDigits, type CodeElement } from './test-page.js';

describe('the security code field', () => {
  let page: TestPage;

  beforeEach(async () => {
    page = await TestPage.open();
  });

  afterEach(() => page.close());

  describe('when it is shown', () => {
    it('is one frame with title, label and placeholder', async () => {
      const { events } = await page.shown();
      expect(events.map(({ type }) => type)).to.deep.equal(['opening', 'ready']);
      await page.frameUpdated();
      expect(page.frame?.title).to.equal('Security code');
      expect(page.input.getAttribute('aria-label')).to.equal('Security code');
      expect(page.input.getAttribute('aria-required')).to.equal('true');
      expect(page.input.placeholder).to.equal('123');
      expect(page.input.maxLength).to.equal(3);
    });

    it('takes the text style of its element', async () => {
      await page.shown();
      expect(page.input.style.color).to.equal('rgb(1, 2, 3)');
    });

    it('is not required where the code is optional', async () => {
      await page.shown({ ...threeDigits, mode: 'optional' });
      expect(page.input.getAttribute('aria-required')).to.equal('false');
    });
  });

  describe('while it is empty', () => {
    it('stays as it is for the next card', async () => {
      const { field, events } = await page.shown();
      const { frame } = page;
      field.show(page.sdk, { ...threeDigits }, true);
      await page.frameUpdated();
      expect(page.frame).to.equal(frame);
      expect(page.standIn.callsOf('field.mount')).to.have.length(1);
      expect(events.filter(({ type }) => type === 'ready')).to.have.length(1);
    });

    it('takes the rule of the next card without a reload', async () => {
      const { field } = await page.shown();
      const { frame, input } = page;
      field.show(page.sdk, fourDigits, true);
      await page.frameUpdated();
      expect(page.frame).to.equal(frame);
      expect(page.input).to.equal(input);
      expect([input.maxLength, input.placeholder]).to.deep.equal([4, '1234']);
      field.show(page.sdk, threeDigits, true);
      await page.frameUpdated();
      expect([input.maxLength, input.placeholder]).to.deep.equal([3, '123']);
    });

    it('takes the last rule that was set before it was ready', async () => {
      const release = page.standIn.hold('ready');
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      const { frame } = page;
      element.field.show(page.sdk, fourDigits, true);
      release();
      await element.times('ready', 1);
      await page.frameUpdated();
      expect(page.frame).to.equal(frame);
      expect(page.input.maxLength).to.equal(4);
    });
  });

  describe('with digits in it', () => {
    for (const look of [threeDigits, fourDigits]) {
      it(`is replaced by an empty one for a card with ${look.length} digits`, async () => {
        const element = await page.shown();
        const { frame } = page;
        await page.standIn.type('securityCode', '1');
        element.field.show(page.sdk, look, true);
        await element.times('ready', 2);
        expect(page.frame).not.to.equal(frame);
        expect(page.input.value).to.equal('');
        expect(element.of('ready').some(({ lost }) => lost)).to.equal(false);
        expect(page.standIn.fields).to.have.length(1);
      });
    }

    it('makes a token with them', async () => {
      await page.shown();
      await page.standIn.type('securityCode', '123');
      const { id } = await page.sdk.createCardToken({ cardId: '1001' });
      expect(page.standIn.tokens.map((token) => token.id)).to.deep.equal([id]);
    });
  });

  describe('emits', () => {
    it('focus and blur', async () => {
      const { events } = await page.shown();
      await page.standIn.focus('securityCode');
      await page.standIn.blur('securityCode');
      expect(events.slice(2)).to.deep.equal([{ type: 'focus' }, { type: 'blur' }]);
    });

    it('the changes that the shopper makes', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '12');
      expect(element.of('change')).to.deep.equal([
        { type: 'change', byShopper: true },
        { type: 'change', byShopper: true },
      ]);
    });

    it('a change after blur as not made by the shopper', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '1');
      await page.standIn.blur('securityCode');
      page.standIn.emit('securityCode', 'change');
      expect(element.of('change').map(({ byShopper }) => byShopper)).to.deep.equal([true, false]);
    });

    it('whether the code is valid', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '123');
      expect(element.of('validity').map(({ valid }) => valid)).to.deep.equal([false, true]);
    });

    it('nothing after it was closed', async () => {
      const element = await page.shown();
      let notify = () => {};
      const sdk = {
        ...page.sdk,
        createField: () => ({
          mount: (id: string) => document.getElementById(id)?.append(document.createElement('iframe')),
          unmount: () => {},
          on: (_name: string, callback: () => void) => (notify = callback),
        }),
      };
      element.field.show(sdk, fourDigits, true);
      element.field.close();
      const before = element.events.length;
      notify();
      expect(element.events).to.have.length(before);
    });
  });

  describe('on request', () => {
    it('takes the focus', async () => {
      const element = await page.shown();
      expect(element.field.focus()).to.equal(true);
      expect(document.activeElement).to.equal(page.frame);
    });

    it('cannot take the focus before it is ready', () => {
      const element = page.element();
      expect(element.field.focus()).to.equal(false);
      element.field.show(page.sdk, threeDigits, false);
      expect(element.field.focus()).to.equal(false);
    });

    it('sets and removes aria-invalid inside the frame', async () => {
      const { field } = await page.shown();
      for (const invalid of [true, true, false]) {
        field.setInvalid(invalid);
        await page.frameUpdated();
        expect(page.input.getAttribute('aria-invalid')).to.equal(String(invalid));
      }
      const updates = page.standIn.callsOf('field.update').filter((call) => 'invalid' in (call.arguments[1] as object));
      expect(updates).to.have.length(2);
    });
  });

  describe('after a change of the theme', () => {
    const paint = ({ element }: CodeElement, color: string) =>
      element.shadowRoot?.querySelector('div')?.style.setProperty('color', color);

    it('takes the new text style with a new frame while it is empty, and keeps its rule', async () => {
      const element = await page.shown();
      element.field.show(page.sdk, fourDigits, false);
      paint(element, 'rgb(9, 9, 9)');
      element.field.restyle();
      await element.times('ready', 2);
      await page.frameUpdated();
      const { style, maxLength, placeholder } = page.input;
      expect([style.color, maxLength, placeholder]).to.deep.equal(['rgb(9, 9, 9)', 4, '1234']);
      expect(element.of('ready')[1]?.lost).to.equal(undefined);
      expect(page.standIn.fields).to.have.length(1);
    });

    it('keeps its frame while the text style is the same', async () => {
      const element = await page.shown();
      const { frame } = page;
      element.field.restyle();
      expect(page.frame).to.equal(frame);
    });

    it('keeps the digits, and takes the new text style when it is emptied', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '12');
      const { frame } = page;
      paint(element, 'rgb(9, 9, 9)');
      element.field.restyle();
      await page.standIn.blur('securityCode');
      expect(page.input.value).to.equal('12');
      expect(page.frame).to.equal(frame);
      element.field.remount(false);
      await element.times('ready', 2);
      expect(page.input.style.color).to.equal('rgb(9, 9, 9)');
    });

    it('stays readable with digits in it: on the background that it was styled for', async () => {
      const element = page.element();
      const { style } = element.styleSource() as HTMLElement;
      const show = (color: string, background: string) => Object.assign(style, { color, background });
      const background = () => page.frame && getComputedStyle(page.frame.parentElement!).backgroundColor;
      show('rgb(9, 9, 9)', 'rgb(250, 250, 250)');
      element.field.show(page.sdk, threeDigits, false);
      await element.times('ready', 1);
      expect(background()).to.equal('rgba(0, 0, 0, 0)');
      await page.standIn.type('securityCode', '12');
      show('rgb(240, 240, 240)', 'rgb(20, 20, 20)');
      element.field.restyle();
      expect(background()).to.equal('rgb(250, 250, 250)');
      show('rgb(9, 9, 9)', 'rgb(250, 250, 250)');
      element.field.restyle();
      expect(background()).to.equal('rgba(0, 0, 0, 0)');
    });

    it('waits for the caret to leave, since a digit may be on its way', async () => {
      const element = await page.shown();
      await page.standIn.focus('securityCode');
      const { frame } = page;
      paint(element, 'rgb(9, 9, 9)');
      element.field.restyle();
      expect(page.frame).to.equal(frame);
      await page.standIn.blur('securityCode');
      await element.times('ready', 2);
      expect(page.input.style.color).to.equal('rgb(9, 9, 9)');
    });

    it('is not taken from a token that is being made', async () => {
      const element = await page.shown();
      const { frame } = page;
      element.busy = true;
      paint(element, 'rgb(9, 9, 9)');
      element.field.restyle();
      expect(page.frame).to.equal(frame);
    });

    it('takes the new text style also if it was not ready yet, with one frame more', async () => {
      const release = page.standIn.hold('ready');
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      paint(element, 'rgb(9, 9, 9)');
      element.field.restyle();
      release();
      await element.times('ready', 1);
      expect(page.input.style.color).to.equal('rgb(9, 9, 9)');
      expect(page.standIn.callsOf('field.mount')).to.have.length(2);
    });

    it('becomes ready where the text style never stops changing', async () => {
      const element = page.element();
      const paintNext = () => paint(element, `rgb(${page.standIn.callsOf('field.mount').length}, 9, 9)`);
      const createField: PaymentSdk['createField'] = (type, options) => {
        const field = page.sdk.createField(type, options);
        field.on('ready', paintNext);
        return field;
      };
      element.field.show({ ...page.sdk, createField }, threeDigits, false);
      await element.times('ready', 1);
      expect(page.standIn.callsOf('field.mount')).to.have.length(2);
    });

    it('reports digits that a reload took, once, after the frame has the new text style', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '12');
      paint(element, 'rgb(9, 9, 9)');
      page.frame?.contentWindow?.location.reload();
      await element.times('ready', 2);
      expect(page.input.style.color).to.equal('rgb(9, 9, 9)');
      expect(element.of('ready').map(({ lost }) => lost?.code)).to.deep.equal([undefined, 'field-lost']);
    });

    it('is not replaced while its element is not in the page', async () => {
      const element = await page.shown();
      element.element.remove();
      element.field.restyle();
      expect(element.of('opening')).to.have.length(1);
    });

    it('is not shown when it was not shown before', () => {
      const element = page.element();
      element.field.restyle();
      expect(element.events).to.be.empty;
    });
  });

  describe('when it is closed', () => {
    it('is unmounted and leaves nothing behind', async () => {
      const { field, element } = await page.shown();
      field.close();
      expect(page.standIn.callsOf('field.unmount')).to.have.length(1);
      expect(page.standIn.fields).to.be.empty;
      expect(element.childNodes).to.have.length(0);
      expect(field.isOpen).to.equal(false);
    });

    it('is unmounted too when the page has already removed the element', async () => {
      const { field, element } = await page.shown();
      element.remove();
      field.close();
      expect(page.standIn.fields).to.be.empty;
      await page.shown();
    });

    it('does not throw when the page has unmounted it', async () => {
      const { field, element } = await page.shown();
      page.standIn.uninstall();
      expect(() => field.close()).not.to.throw();
      expect(element.childNodes).to.have.length(0);
    });
  });
});
