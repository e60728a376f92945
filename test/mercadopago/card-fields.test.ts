import { expect } from '@open-wc/testing';
import { CARD_FIELDS } from '../../src/mercadopago/card-fields.js';
import { looks } from './new-card-element.js';
import { TestPage } from './test-page.js';
import { NESTINGS } from './nesting.js';

const APRO = { cardholderName: 'APRO' };

describe('the fields of a new card', () => {
  let page: TestPage;

  beforeEach(async () => {
    page = await TestPage.open();
  });

  afterEach(() => page.close());

  const fill = async () => {
    await page.standIn.type('cardNumber', '5031755734530604');
    await page.standIn.type('expirationDate', '1130');
    await page.standIn.type('securityCode', '123');
  };
  const values = () => CARD_FIELDS.map((type) => page.standIn.input(type).value);
  const mountedTypes = () => page.standIn.fields.map(({ type }) => type);
  /** Resolves when each frame has handled all messages of the page so far. */
  const allFramesUpdated = async () => {
    for (const type of CARD_FIELDS) await page.standIn.blur(type);
  };

  describe('when they are shown', () => {
    it('are three frames with title, label and placeholder, the number first', async () => {
      const { events, fields } = await page.shownCard();
      expect(mountedTypes()).to.deep.equal(['cardNumber', 'expirationDate', 'securityCode']);
      expect(page.frame?.dataset['primary']).to.equal('true');
      expect(events[0]).to.deep.equal({ type: 'opening' });
      expect(fields.isReady).to.equal(true);
      for (const { type, iframe } of page.standIn.fields) {
        const input = page.standIn.input(type);
        const { label, placeholder } = looks[type as 'cardNumber'];
        expect(iframe.title).to.equal(label);
        expect(input.getAttribute('aria-label')).to.equal(label);
        expect(input.getAttribute('aria-required')).to.equal('true');
        expect(input.placeholder).to.equal(placeholder);
        expect(input.style.color).to.equal('rgb(1, 2, 3)');
      }
    });

    it('emit ready for each', async () => {
      const { of } = await page.shownCard().then((element) => ({ of: element.of.bind(element) }));
      for (const field of CARD_FIELDS) expect(of('ready', field)).to.deep.equal([{ type: 'ready', field }]);
    });

    it('are not ready before the last one is', async () => {
      const release = page.standIn.hold('ready');
      const element = page.cardElement();
      element.fields.show(page.sdk, looks, false);
      expect([element.fields.isOpen, element.fields.isReady]).to.deep.equal([true, false]);
      release();
      await element.times('ready', 3);
      expect(element.fields.isReady).to.equal(true);
    });

    for (const [where, ...roots] of NESTINGS) {
      it(`in ${where} make a token, and leave nothing behind`, async () => {
        const { fields, element } = await page.shownCard(...roots);
        await fill();
        expect((await page.sdk.createCardToken(APRO)).id).to.not.equal('');
        fields.close();
        expect(page.standIn.fields).to.be.empty;
        expect(element.childNodes).to.have.length(0);
      });
    }
  });

  describe('emit', () => {
    it('focus, blur and change, each field by itself', async () => {
      const element = await page.shownCard();
      await page.standIn.type('expirationDate', '1');
      await page.standIn.blur('expirationDate');
      expect(element.events.slice(4)).to.deep.equal([
        { type: 'focus', field: 'expirationDate' },
        { type: 'change', byShopper: true, field: 'expirationDate' },
        { type: 'validity', valid: false, causes: element.of('validity')[0]?.causes, field: 'expirationDate' },
        { type: 'blur', field: 'expirationDate' },
      ]);
    });

    it('why the content is not valid, and that it is', async () => {
      const element = await page.shownCard();
      await page.standIn.type('securityCode', 'x');
      expect(element.of('validity')[0]?.causes).to.deep.equal(['invalid_type', 'invalid_length']);
      await page.standIn.clear('securityCode');
      await page.standIn.type('securityCode', '123');
      expect(element.of('validity').at(-1)).to.include({ valid: true }).and.deep.include({ causes: [] });
    });

    it('the first digits, and null when they are cleared', async () => {
      const element = await page.shownCard();
      await page.standIn.type('cardNumber', '503175573');
      await page.standIn.clear('cardNumber');
      expect(element.of('binChange').map(({ bin }) => bin)).to.deep.equal(['50317557', null]);
    });
  });

  describe('take the rules of the card', () => {
    it('without losing what was typed', async () => {
      const { fields } = await page.shownCard();
      await page.standIn.type('cardNumber', '37118030');
      fields.updateNumber({ length: 15, validation: 'standard' });
      fields.updateCode({ length: 4, mode: 'mandatory' });
      await allFramesUpdated();
      expect(page.standIn.input('cardNumber').value.replace(/ /g, '')).to.equal('37118030');
      expect(page.standIn.input('cardNumber').maxLength).to.equal(18); // 15 digits and spaces
      expect(page.standIn.input('securityCode').maxLength).to.equal(4);
    });

    it('also before they are ready', async () => {
      const release = page.standIn.hold('ready');
      const element = page.cardElement();
      element.fields.show(page.sdk, looks, false);
      element.fields.updateCode({ length: 4, mode: 'mandatory' });
      release();
      await element.times('ready', 3);
      await allFramesUpdated();
      expect(page.standIn.input('securityCode').maxLength).to.equal(4);
    });

    it('with an optional code when the card has none', async () => {
      const { fields } = await page.shownCard();
      fields.updateCode({ length: 0, mode: 'none' });
      await page.standIn.type('cardNumber', '5031755734530604');
      await page.standIn.type('expirationDate', '1130');
      expect((await page.sdk.createCardToken(APRO)).id).to.not.equal('');
    });

    it('and apply the Luhn check to the number', async () => {
      const element = await page.shownCard();
      element.fields.updateNumber({ length: 16, validation: 'standard' });
      await page.standIn.type('cardNumber', '5031755734530605');
      expect(element.of('validity', 'cardNumber').at(-1)?.causes).to.deep.equal(['invalid_value']);
    });

    it('without an unknown length, about which the SDK would warn', async () => {
      const { fields } = await page.shownCard();
      const before = page.standIn.callsOf('field.update').length;
      fields.updateNumber({ length: null, validation: 'standard' });
      expect(page.standIn.callsOf('field.update')).to.have.length(before);
    });
  });

  describe('on request', () => {
    it('take the focus, each field by itself', async () => {
      const { fields } = await page.shownCard();
      for (const type of CARD_FIELDS) {
        expect(fields.focus(type)).to.equal(true);
        expect(document.activeElement).to.equal(page.standIn.fields.find((field) => field.type === type)?.iframe);
      }
    });

    it('set and remove aria-invalid of one field', async () => {
      const { fields } = await page.shownCard();
      for (const invalid of [true, false]) {
        fields.setInvalid('cardNumber', invalid);
        await allFramesUpdated();
        expect(page.standIn.input('cardNumber').getAttribute('aria-invalid')).to.equal(String(invalid));
        expect(page.standIn.input('securityCode').getAttribute('aria-invalid')).not.to.equal('true');
      }
    });

    it('are cleared', async () => {
      const element = await page.shownCard();
      await fill();
      element.fields.clear();
      await element.times('ready', 6);
      expect(values()).to.deep.equal(['', '', '']);
      expect(element.of('ready').some(({ lost }) => lost)).to.equal(false);
      expect(page.standIn.fields).to.have.length(3);
    });

    it('do nothing while they are not shown', () => {
      const { fields } = page.cardElement();
      fields.clear();
      fields.setInvalid('cardNumber', true);
      fields.updateNumber({ length: 16, validation: 'none' });
      fields.updateCode({ length: 3, mode: 'mandatory' });
      expect(fields.focus('cardNumber')).to.equal(false);
      expect([fields.isOpen, fields.isReady]).to.deep.equal([false, false]);
    });
  });
});
