import { expect } from '@open-wc/testing';
import { visa } from '../support/cards.js';
import { Phone } from '../support/phone.js';
import { CODE } from '../support/saved-cards-harness.js';

const LOCALES = ['es-AR', 'es-MX', 'es-CL', 'pt-BR', 'en-US'];

/** What asks for a field of a new card. */
const ASKED: readonly [reason: string, field: string][] = [
  ['cc_rejected_bad_filled_card_number', '[data-field=cardNumber]'],
  ['cc_rejected_bad_filled_date', '[data-field=expirationDate]'],
  ['cc_rejected_bad_filled_security_code', '[data-field=securityCode]'],
  ['cc_rejected_bad_filled_other', '#cardholderName'],
];

const NEW_CARD: readonly (readonly ['cardNumber' | 'expirationDate' | 'securityCode', string])[] = [
  ['cardNumber', '4509953566233704'],
  ['expirationDate', '1130'],
  ['securityCode', CODE],
];

/** The longest that a notice and the field which it asks for need; below, one of them has to give way. */
const TALL = 640;
const SHORT = 220;

describe('the field that a refusal asks for', () => {
  let phone: Phone;
  afterEach(() => phone.close());

  const open = async (locale: string, width: number) => {
    phone = new Phone();
    await phone.open(
      `<mp-saved-cards locale="${locale}" public-key="TEST-MLA-1" cards="[]">
        <mp-add-card slot="add-card" cardholder-name="APRO"></mp-add-card>
      </mp-saved-cards>`,
      width,
      TALL,
    );
    phone.find('form').addEventListener('submit', (event) => event.preventDefault());
  };

  /** The page brings its button back into sight once the outcome is shown, as far as it can. */
  async function refuse(reason: string): Promise<void> {
    phone.list.reset();
    for (const [field, text] of NEW_CARD) {
      await phone.standIn.ready(field);
      await phone.standIn.type(field, text);
    }
    const pay = phone.find<HTMLElement>('#pay');
    await phone.scrollTo(pay, phone.window.innerHeight - 60);
    pay.focus();
    phone.list.paymentRejected(reason);
    await phone.list.updateComplete;
    pay.scrollIntoView({ block: 'nearest' });
    await phone.standIn.ready('securityCode');
    await phone.still();
  }

  const isWhole = (field: string, element: HTMLElement) => {
    const place = phone.part(field, element).closest('.field, .code');
    return place !== null && phone.isInSight(place);
  };

  it('is whole in sight in the row of a saved card, in a window without room for the notice', async () => {
    phone = new Phone();
    await phone.open(
      `<mp-saved-cards locale="es-AR" public-key="TEST-MLA-1" cards='${JSON.stringify([visa])}'></mp-saved-cards>`,
      320,
      SHORT,
    );
    await phone.standIn.ready('securityCode');
    await phone.standIn.type('securityCode', CODE);
    await phone.scrollTo(phone.find('#pay'), SHORT - 60);
    phone.find<HTMLElement>('#pay').focus();
    phone.list.paymentRejected('cc_rejected_bad_filled_security_code');
    await phone.standIn.ready('securityCode');
    await phone.still();
    expect(phone.isInSight(phone.part('.code'))).to.equal(true);
  });

  for (const locale of LOCALES)
    for (const width of [280, 320]) {
      const where = `${width} px wide in ${locale}`;

      it(`is whole in sight in the form of the list, with the notice if there is room for both, ${where}`, async () => {
        await open(locale, width);
        await phone.standIn.ready('cardNumber');
        const found: string[] = [];
        for (const height of [TALL, SHORT])
          for (const [reason, field] of ASKED) {
            await phone.resize(width, height);
            await refuse(reason);
            if (!isWhole(field, phone.form)) found.push(`${reason}, ${height}: field`);
            if (height === TALL && !phone.isInSight(phone.part('.notice'))) found.push(`${reason}: notice`);
          }
        expect(found).to.deep.equal([]);
      });
    }
});
