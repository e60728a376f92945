import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { expect } from '@open-wc/testing';
import { CARD_FIELDS } from '../../src/mercadopago/card-fields.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { looks } from './new-card-element.js';
import { TestPage } from './test-page.js';

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

  describe('in another language', () => {
    const spanish = {
      ...looks,
      cardNumber: { label: 'Número de tarjeta', placeholder: '0000' },
    };

    it('get new labels while they are empty', async () => {
      const element = await page.shownCard();
      element.fields.show(page.sdk, spanish, false);
      await element.times('ready', 6);
      expect(page.frame?.title).to.equal('Número de tarjeta');
    });

    it('keep what was typed, and get new labels when they are cleared', async () => {
      const element = await page.shownCard();
      await fill();
      element.fields.show(page.sdk, spanish, false);
      await allFramesUpdated();
      expect(values()[2]).to.equal('123');
      expect(page.standIn.input('cardNumber').placeholder).to.equal('0000');
      element.fields.clear();
      await element.times('ready', 6);
      expect(page.frame?.title).to.equal('Número de tarjeta');
    });

    it('stay as they are when nothing changes', async () => {
      const { fields } = await page.shownCard();
      const { frame } = page;
      fields.show(page.sdk, looks, true);
      expect(page.frame).to.equal(frame);
    });
  });

  describe('with an error', () => {
    let clock: Clock | undefined;
    afterEach(() => clock?.uninstall());

    it('emit field-timeout once, keep their frames, and recover when ready comes late', async () => {
      clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout'] });
      const release = page.standIn.hold('ready');
      const element = page.cardElement();
      element.fields.show(page.sdk, looks, false);
      clock.tick(TIMEOUT.fieldReady);
      expect(element.of('failed').map(({ error }) => error.code)).to.deep.equal(['field-timeout']);
      expect(element.fields.isOpen).to.equal(true);
      release();
      await element.times('ready', 3);
      expect(element.fields.isReady).to.equal(true);
    });

    it('that the SDK emits leave no frame that would look like a field', async () => {
      page.standIn.readiness = 'load-error';
      const element = page.cardElement();
      element.fields.show(page.sdk, looks, false);
      await element.times('failed', 1);
      expect(element.of('failed')).to.have.length(1);
      expect(page.standIn.fields).to.be.empty;
      expect(element.element.childNodes).to.have.length(0);
    });

    it('of the third field leave nothing of the first two', () => {
      const createField: typeof page.sdk.createField = (type, options) => {
        if (type === 'securityCode') throw new Error('[Fields] The field securityCode has already been created');
        return page.sdk.createField(type, options);
      };
      const element = page.cardElement();
      element.fields.show({ ...page.sdk, createField }, looks, false);
      expect(element.of('failed').map(({ error }) => error.code)).to.deep.equal(['sdk-broken']);
      expect(mountedTypes()).to.deep.equal([]);
      expect(element.fields.isOpen).to.equal(false);
    });

    it('are replaced when the page removes them, and report those that had digits', async () => {
      const element = await page.shownCard();
      await page.standIn.type('cardNumber', '5031');
      element.element.replaceChildren();
      await element.times('ready', 6);
      expect(element.of('ready', 'cardNumber')[1]?.lost?.code).to.equal('field-lost');
      expect(element.of('ready', 'securityCode')[1]?.lost).to.equal(undefined);
      expect(page.standIn.fields).to.have.length(3);
      expect(element.of('opening')).to.have.length(2);
    });

    it('report those that had digits when the page moves the element', async () => {
      const element = await page.shownCard();
      await page.standIn.type('securityCode', '12');
      element.element.parentNode?.appendChild(element.element);
      await element.times('ready', 6);
      expect(element.of('ready', 'securityCode')[1]?.lost?.code).to.equal('field-lost');
      expect(element.of('ready', 'cardNumber')[1]?.lost).to.equal(undefined);
    });
  });

  describe('after a change of the theme', () => {
    const colors = () => CARD_FIELDS.map((type) => page.standIn.input(type).style.color);

    it('keep what was typed, and those that are empty take the new text style with the rule that they had', async () => {
      const element = await page.shownCard();
      element.fields.updateCode({ length: 4, mode: 'mandatory' });
      await page.standIn.type('cardNumber', '5031755734530604');
      await page.standIn.type('expirationDate', '1130');
      await page.standIn.blur('expirationDate');
      element.color = 'rgb(9, 9, 9)';
      element.fields.restyle();
      await element.times('ready', 4);
      await allFramesUpdated();
      expect(colors()).to.deep.equal(['rgb(1, 2, 3)', 'rgb(1, 2, 3)', 'rgb(9, 9, 9)']);
      expect(values()).to.deep.equal(['5031 7557 3453 0604', '11/30', '']);
      expect(page.standIn.input('securityCode').maxLength).to.equal(4);
      await page.standIn.type('securityCode', '1234');
      expect((await page.sdk.createCardToken({ cardholderName: 'APRO' })).lastFourDigits).to.equal('0604');
    });

    it('stay when their style is the same', async () => {
      const { fields } = await page.shownCard();
      fields.restyle();
      expect(page.standIn.callsOf('field.mount')).to.have.length(3);
    });

    it('have the new style also after a reload', async () => {
      const element = await page.shownCard();
      element.color = 'rgb(9, 9, 9)';
      element.fields.restyle();
      await element.times('ready', 6);
      element.element.parentNode?.appendChild(element.element);
      await element.times('ready', 9);
      expect(colors()).to.deep.equal(['rgb(9, 9, 9)', 'rgb(9, 9, 9)', 'rgb(9, 9, 9)']);
    });
  });
});
