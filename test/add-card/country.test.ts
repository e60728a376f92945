import { expect, html, waitUntil } from '@open-wc/testing';
import type { StandIn } from '../../src/testing/index.js';
import { mountForm, readyForm, type AddCard } from '../support/add-card-harness.js';
import { nextKey } from '../support/saved-cards-harness.js';

/** From now on Mercado Pago answers as in a country with this document, or with none. */
function country({ answers }: StandIn, document?: string): void {
  const types = document
    ? [{ id: document, name: document, type: 'number' as const, min_length: 5, max_length: 14 }]
    : [];
  answers.getIdentificationTypes = () => types;
}

const documents = ({ root }: AddCard): string[] =>
  [...(root.querySelector<HTMLSelectElement>('#identificationType')?.options ?? [])].map(({ value }) => value);
const asking = (form: AddCard, ...wanted: string[]) =>
  waitUntil(() => documents(form).join() === wanted.join(), wanted.join());
const asked = (form: AddCard) => form.standIn.callsOf('getIdentificationTypes').length;

describe('the country of a new card', () => {
  it('is that of the public key, also of one that comes later', async () => {
    const form = await readyForm();
    expect(documents(form)).to.include('DNI');
    country(form.standIn, 'CPF');
    form.element.publicKey = nextKey();
    await asking(form, 'CPF');
    country(form.standIn);
    form.element.publicKey = nextKey();
    await asking(form);
    await form.ready();
    await form.typeCard();
    await form.element.save();
    expect(form.standIn.callsOf('fields.createCardToken')[0]?.arguments[0]).to.deep.equal({ cardholderName: 'APRO' });
  });

  it('is that of a key that came while the form was closed', async () => {
    const form = await readyForm();
    form.element.open = false;
    await form.settled();
    country(form.standIn, 'CPF');
    form.element.publicKey = nextKey();
    await form.settled();
    form.element.open = true;
    await form.ready();
    await asking(form, 'CPF');
  });

  it('is not that of an answer which comes too late', async () => {
    const form = await readyForm();
    let answer = () => {};
    const types = [{ id: 'RUT', name: 'RUT', type: 'string' as const, min_length: 8, max_length: 9 }];
    form.standIn.answers.getIdentificationTypes = () => new Promise((resolve) => (answer = () => resolve(types)));
    form.element.publicKey = nextKey();
    await waitUntil(() => asked(form) === 2);
    country(form.standIn, 'CPF');
    form.element.publicKey = nextKey();
    await asking(form, 'CPF');
    answer();
    await new Promise((resolve) => setTimeout(resolve));
    await form.settled();
    expect(documents(form)).to.deep.equal(['CPF']);
  });

  it('is asked for its documents once, also where it has none', async () => {
    const form = await mountForm(
      html`<mp-add-card open locale="es-MX" public-key=${nextKey()} endpoint="/api/cards"></mp-add-card>`,
      { before: (standIn) => country(standIn) },
    );
    await form.ready();
    form.element.open = false;
    await form.settled();
    form.element.open = true;
    await form.ready();
    form.element.locale = 'en-US';
    await form.ready();
    expect(asked(form)).to.equal(1);
  });
});
