import { expect, waitUntil } from '@open-wc/testing';
import { AMEX, VISA, readyForm } from '../support/add-card-harness.js';

const EMPTY = [
  'Ingresá el número de la tarjeta.',
  'Ingresá el mes y el año de vencimiento.',
  'Ingresá los 3 dígitos del código de seguridad.',
  'Ingresá el nombre como figura en la tarjeta.',
  'Ingresá el número de documento.',
];

describe('a form for a new card', () => {
  it('shows no error while it is typed into', async () => {
    const form = await readyForm();
    await form.type('cardNumber', '4509');
    await form.fill('cardholderName', 'Ana 2');
    await form.fill('identificationNumber', '1');
    expect(form.errors).to.deep.equal(['Usá solo letras en el nombre.']); // that field was left
  });

  it('shows no error in a field that was only passed through', async () => {
    const form = await readyForm();
    await form.standIn.focus('cardNumber');
    await form.leave('cardNumber');
    form.input('cardholderName').focus();
    form.input('identificationNumber').focus();
    await form.settled();
    expect(form.errors).to.deep.equal([]);
  });

  it('says what to do about a Secure Field when it is left', async () => {
    const form = await readyForm();
    await form.type('cardNumber', '4509');
    await form.leave('cardNumber');
    expect(form.error('cardNumber')).to.equal('Ingresá el número de la tarjeta.');
    await form.marked('cardNumber', true);
    expect(form.liveRegion).to.equal('Ingresá el número de la tarjeta.');
    await form.type('cardNumber', '9');
    expect(form.error('cardNumber')).to.equal('');
    await form.marked('cardNumber', false);
  });

  it('distinguishes a wrong number from one that is too short', async () => {
    const form = await readyForm();
    await form.type('cardNumber', '45099535');
    await waitUntil(() => form.brand === 'Visa');
    await form.type('cardNumber', '66233705');
    await form.leave('cardNumber');
    expect(form.error('cardNumber')).to.equal('Revisá el número de la tarjeta.');
  });

  it('shows that a pasted number is wrong once a token is requested: MercadoPago.js does not check it again', async () => {
    const form = await readyForm();
    await form.typeCard({ ...VISA, number: '4509953566233705' });
    await form.leave('cardNumber');
    expect(form.error('cardNumber')).to.equal('');
    expect(await form.codeOf(form.element.save())).to.equal('token-refused');
    expect(form.error('cardNumber')).to.equal('Revisá el número de la tarjeta.');
  });

  it('distinguishes a number with dashes from one that is too short, before and after its brand is known', async () => {
    for (const number of ['4509-9535-6623-3704', '4509-9535-66']) {
      const form = await readyForm();
      await form.type('cardNumber', number);
      await form.leave('cardNumber');
      expect(form.error('cardNumber'), number).to.equal('Revisá el número de la tarjeta.');
      form.page.remove();
      await new Promise((resolve) => setTimeout(resolve));
    }
  });

  it('says what to do about a date that is over or none', async () => {
    const form = await readyForm();
    await form.type('expirationDate', '1120');
    await form.leave('expirationDate');
    expect(form.error('expirationDate')).to.equal('Revisá el mes y el año de vencimiento.');
  });

  it('says it of a plain field that was emptied', async () => {
    const form = await readyForm();
    await form.fill('cardholderName', 'Ana');
    await form.fill('cardholderName', '');
    form.input('cardholderName').dispatchEvent(new Event('change', { bubbles: true }));
    await form.settled();
    expect(form.error('cardholderName')).to.equal('Ingresá el nombre como figura en la tarjeta.');
  });

  it('says all of it when it is sent, goes to the first wrong field, and asks Mercado Pago for nothing', async () => {
    const form = await readyForm();
    await form.click();
    await form.settled();
    expect(form.errors).to.deep.equal(EMPTY);
    expect(form.liveRegion).to.equal(EMPTY.join(' '));
    await form.focusOn('cardNumber');
    expect(form.standIn.callsOf('fields.createCardToken')).to.have.length(0);
    expect(form.events.of('card-error')).to.have.length(1);
  });

  it('goes to the first plain field that is wrong', async () => {
    const form = await readyForm();
    await form.typeCard({ ...VISA, name: 'Ana 2' });
    await form.click();
    await form.settled();
    expect(form.errors).to.deep.equal(['Usá solo letras en el nombre.']);
    await form.focusOn('cardholderName');
    expect(form.input('cardholderName').getAttribute('aria-invalid')).to.equal('true');
    expect(form.input('cardholderName').getAttribute('aria-describedby')).to.equal('cardholderName-error');
  });

  it('takes a document with the dots and dashes that people type', async () => {
    const form = await readyForm();
    await form.typeCard({ ...VISA, document: '12.345.678' });
    await form.click();
    await form.events.times('card-added');
    expect(form.standIn.callsOf('fields.createCardToken')[0]?.arguments[0]).to.deep.equal({
      cardholderName: 'APRO',
      identificationType: 'DNI',
      identificationNumber: '12345678',
    });
  });

  it('says how long a document is', async () => {
    const form = await readyForm();
    await form.fill('identificationNumber', '123');
    form.input('cardholderName').focus();
    await form.settled();
    expect(form.error('identificationNumber')).to.match(/DNI.*7 u 8/);
  });

  it('says what is of no field in a notice', async () => {
    const form = await readyForm();
    await form.typeCard();
    form.standIn.nextToken = 'server-error';
    await form.click();
    await form.events.times('card-error');
    await form.settled();
    expect(form.errors).to.deep.equal([]);
    expect(form.notice).to.equal('Revisá tu conexión y probá de nuevo.');
  });

  it('asks for the four digits of an American Express', async () => {
    const form = await readyForm();
    await form.typeCard({ ...AMEX, code: '123' });
    await form.click();
    await form.settled();
    expect(form.errors).to.deep.equal(['Ingresá los 4 dígitos del código de seguridad.']);
    await form.focusOn('securityCode');
  });

  it('keeps everything that was typed when it is refused, and one more press tries again', async () => {
    const form = await readyForm();
    await form.typeCard();
    form.standIn.nextToken = 'server-error';
    await form.click();
    await form.events.times('card-error');
    expect(form.input('cardholderName').value).to.equal('APRO');
    await form.click();
    await form.events.times('card-added');
  });
});
