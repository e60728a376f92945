import { expect } from '@open-wc/testing';
import { CARD_FIELDS } from '../../src/mercadopago/card-fields.js';
import type { StandInOptions } from '../../src/testing/index.js';
import { ConsoleRecorder } from '../support/recorder.js';
import { looks, type NewCardElement } from './new-card-element.js';
import { TestPage, threeDigits, type CodeElement } from './test-page.js';

const BUILDS: [what: string, options: StandInOptions][] = [
  ['the current build', {}],
  ['a build with page-global listeners', { legacyListeners: true }],
];

for (const [what, options] of BUILDS) {
  describe(`a list and a form in ${what}`, () => {
    let page: TestPage;
    let log: ConsoleRecorder;
    let list: CodeElement;
    let form: NewCardElement;

    beforeEach(async () => {
      page = await TestPage.open(options);
      log = new ConsoleRecorder();
      list = page.element();
      form = page.cardElement();
    });

    afterEach(() => {
      log.stop();
      page.close();
      expect(log.lines).to.deep.equal([]);
    });

    /** The shopper chooses a row. */
    const toList = async (byShopper = true) => {
      const before = list.of('ready').length;
      list.field.show(page.sdk, threeDigits, byShopper);
      await list.times('ready', before + 1);
    };
    /** The shopper opens the form. */
    const toForm = async (byShopper = true) => {
      const before = form.of('ready').length;
      form.fields.show(page.sdk, looks, byShopper);
      await form.times('ready', before + 3);
    };
    const frames = () => [...document.querySelectorAll('iframe')].map(({ name }) => name).filter(Boolean);

    it('take turns ten times with digits typed, and each gets events of its own frames only', async () => {
      for (let turn = 1; turn <= 10; turn++) {
        await toForm();
        expect(frames()).to.deep.equal([...CARD_FIELDS]);
        expect(list.element.childNodes).to.have.length(0);
        for (const type of CARD_FIELDS) expect(page.standIn.input(type).value).to.equal('');
        await page.standIn.type('cardNumber', '50317557');
        await page.standIn.type('securityCode', '12');
        expect(form.of('change', 'securityCode')).to.have.length(2 * turn);

        await toList();
        expect(frames()).to.deep.equal(['securityCode']);
        expect(form.element.childNodes).to.have.length(0);
        expect(page.input.value).to.equal('');
        await page.standIn.type('securityCode', '123');
        expect(list.of('change')).to.have.length(3 * turn);
        expect((await page.sdk.createCardToken({ cardId: '1001' })).id).to.not.equal('');
        list.field.close();
      }
      expect(form.of('unavailable')).to.have.length(10);
      expect([...list.of('failed'), ...form.of('failed')]).to.be.empty;
      expect(form.of('ready').some(({ lost }) => lost)).to.equal(false);
    });

    it('do not take the fields from each other when the page loads', async () => {
      await toList(false);
      form.fields.show(page.sdk, looks, false);
      expect(form.events).to.deep.equal([{ type: 'unavailable' }]);
      expect(frames()).to.deep.equal(['securityCode']);
      await toForm();
      list.field.show(page.sdk, threeDigits, false);
      expect(list.of('unavailable')).to.have.length(2);
      expect(frames()).to.have.length(3);
    });

    it('do not interrupt each other', async () => {
      await toForm();
      form.busy = true; // a token is being made, or a save is pending
      list.field.show(page.sdk, threeDigits, true);
      expect(list.events).to.deep.equal([{ type: 'unavailable' }]);
      expect(form.of('unavailable')).to.be.empty;
      form.busy = false;
      await toList();
      expect(form.of('unavailable')).to.have.length(1);
    });

    it('get the fields when the other is closed, without an action of the shopper', async () => {
      await toList();
      await toForm();
      form.fields.close();
      await list.times('ready', 2);
      expect(frames()).to.deep.equal(['securityCode']);
      expect(form.of('unavailable'), 'an element that is closed loses nothing').to.be.empty;
    });

    it('do not take free fields while they are in a hidden part of the page', async () => {
      await toList();
      await toForm();
      list.element.hidden = true;
      const shown = page.element();
      shown.field.show(page.sdk, threeDigits, false);
      expect(shown.events).to.deep.equal([{ type: 'unavailable' }]);
      form.fields.close();
      await shown.times('ready', 1);
      expect(list.of('opening')).to.have.length(1);
    });

    it('can be opened again at once, without the fields going to the other', async () => {
      await toList();
      await toForm();
      form.fields.close();
      await toForm(false);
      expect(list.of('opening')).to.have.length(1);
    });

    it('make a token each from their own fields only', async () => {
      await toForm();
      await page.standIn.type('cardNumber', '5031755734530604');
      await page.standIn.type('expirationDate', '1130');
      await page.standIn.type('securityCode', '123');
      await page.sdk.createCardToken({ cardholderName: 'APRO' });
      await toList();
      await page.standIn.type('securityCode', '123');
      await page.sdk.createCardToken({ cardId: '1001' });
      const [newCard, savedCard] = page.standIn.tokens;
      expect(newCard).to.include({ last_four_digits: '0604', expiration_month: 11 });
      expect(savedCard).to.include({ card_id: '1001' }).and.not.have.property('last_four_digits');
    });
  });
}
