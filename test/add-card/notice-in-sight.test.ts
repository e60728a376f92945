import { expect } from '@open-wc/testing';
import { Phone } from '../support/phone.js';

const FORM = `<mp-add-card public-key="TEST-MLA-1" endpoint="/cards" cardholder-name="APRO"
  identification-type="DNI" identification-number="12345678"></mp-add-card>`;

describe('the form for a new card on a phone', () => {
  const phone = new Phone();
  const part = (selector: string) => phone.part(selector, phone.form);
  afterEach(() => phone.close());

  it('shows its first field when it opens at the lower edge of the window', async () => {
    await phone.open(FORM, 375, 667);
    const opener = part('.opener');
    await phone.scrollTo(opener, 600);
    opener.click();
    await phone.standIn.ready('cardNumber');
    await phone.still();
    expect(phone.isInSight(part('[data-field=cardNumber]'))).to.be.true;
  });

  it('has what is said about a save that failed in sight, with the focus on the button', async () => {
    await phone.open(FORM, 375, 420);
    phone.form.open = true;
    for (const [field, text] of [
      ['cardNumber', '4509953566233704'],
      ['expirationDate', '1130'],
      ['securityCode', '123'],
    ] as const) {
      await phone.standIn.ready(field);
      await phone.standIn.type(field, text);
    }
    phone.form.fetch = () => Promise.resolve(new Response('', { status: 503 }));
    const save = part('.primary');
    await phone.scrollTo(save, 360);
    save.focus();
    save.click();
    await new Promise((resolve) => phone.form.addEventListener('card-error', resolve, { once: true }));
    await phone.still();
    expect(part('#notice').textContent.trim()).to.not.equal('');
    expect(phone.isInSight(part('#notice'))).to.be.true;
    expect(phone.form.shadowRoot?.activeElement).to.equal(save);
  });
});
