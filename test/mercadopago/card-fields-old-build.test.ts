import { expect } from '@open-wc/testing';
import { CARD_FIELDS } from '../../src/mercadopago/card-fields.js';
import { looks } from './new-card-element.js';
import { TestPage } from './test-page.js';

const APRO = { cardholderName: 'APRO' };

describe('the fields of a new card in an old build', () => {
  const { warn } = console;
  let page: TestPage;

  beforeEach(async () => {
    console.warn = () => {}; // it warns about every event name that it does not know
    page = await TestPage.open({ oldBuild: true });
  });

  afterEach(() => {
    console.warn = warn;
    page.close();
  });

  const shown = async () => {
    const element = page.cardElement();
    element.fields.show(page.sdk, looks, false);
    for (const type of CARD_FIELDS) await page.standIn.ready(type);
    return element;
  };

  it('make a token from what is typed', async () => {
    await shown();
    await page.standIn.type('cardNumber', '5031755734530604');
    await page.standIn.type('expirationDate', '1130');
    await page.standIn.type('securityCode', '123');
    expect((await page.sdk.createCardToken(APRO)).id).to.not.equal('');
  });

  it('cannot be focused, set invalid or updated, and do not throw', async () => {
    const { fields } = await shown();
    for (const type of CARD_FIELDS) {
      expect(fields.focus(type)).to.equal(false);
      fields.setInvalid(type, true);
    }
    fields.updateNumber({ length: 16, validation: 'standard' });
    fields.updateCode({ length: 4, mode: 'mandatory' });
    fields.show(page.sdk, looks, true);
    expect(page.standIn.fields).to.have.length(3);
  });

  it('are replaced after a change of the theme, but for the code, in which digits may be that nothing reports', async () => {
    const element = await shown();
    await page.standIn.type('securityCode', '123');
    element.color = 'rgb(9, 9, 9)';
    element.fields.restyle();
    for (const type of CARD_FIELDS) await page.standIn.ready(type);
    const colors = CARD_FIELDS.map((type) => page.standIn.input(type).style.color);
    expect(colors).to.deep.equal(['rgb(9, 9, 9)', 'rgb(9, 9, 9)', 'rgb(1, 2, 3)']);
    expect(page.standIn.input('securityCode').value).to.equal('123');
    element.fields.clear();
    await page.standIn.ready('securityCode');
    expect(page.standIn.input('securityCode').style.color).to.equal('rgb(9, 9, 9)');
  });
});
