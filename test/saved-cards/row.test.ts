import { expect, html } from '@open-wc/testing';
import { mastercard, visa, withoutCode } from '../support/cards.js';
import { CODE, mount, mountReady, nextKey } from '../support/saved-cards-harness.js';

const from = (bank: unknown, card = visa) => ({ ...card, issuer: { id: 310, name: bank } });

describe('the row of a card', () => {
  it('names its bank, unless the bank has the name of the brand or none', async () => {
    const debit = { ...visa, payment_method: { id: 'debvisa', name: 'Visa Débito', payment_type_id: 'debit_card' } };
    const cards = [
      from('Banco Galicia'),
      from('VISA'),
      from('Visa', debit),
      from('Tarjeta Naranja', { ...visa, payment_method: { id: 'naranja', name: 'Naranja' } }),
      from(null),
      { ...visa, issuer: null },
    ].map((card, index) => ({ ...card, id: String(index + 1) }));
    const page = html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${cards}></mp-saved-cards>`;
    const widget = await mount(page);
    await widget.click('.more button');
    expect(widget.rows).to.deep.equal([
      'Visa terminada en 3704 Banco Galicia Vence 11/99',
      'Visa terminada en 3704 Vence 11/99',
      'Visa Débito terminada en 3704 Vence 11/99',
      'Naranja terminada en 3704 Vence 11/99',
      'Visa terminada en 3704 Vence 11/99',
      'Visa terminada en 3704 Vence 11/99',
    ]);
  });

  it('has a tick beside a complete code, which is only seen', async () => {
    const widget = await mountReady([visa]);
    const words = widget.root.textContent;
    const tick = () => getComputedStyle(widget.part('field')!, '::after').content !== 'none';
    await widget.type(CODE.slice(0, 2));
    expect(tick()).to.equal(false);
    await widget.type(CODE.slice(2));
    expect(tick()).to.equal(true);
    expect(getComputedStyle(widget.part('field')!, '::after').content).to.equal('""');
    expect(widget.root.textContent).to.equal(words);
    await widget.standIn.clear('securityCode');
    await widget.settled();
    expect(tick()).to.equal(false);
  });

  it('is no higher when it is chosen, if the card has no code', async () => {
    const widget = await mountReady([withoutCode, mastercard]);
    const heights = [withoutCode, mastercard].map(({ id }) => widget.rowOf(id).querySelector('.summary')!);
    expect(widget.checked).to.equal(withoutCode['id']);
    const [chosen, other] = heights.map((summary) => summary.parentElement!.clientHeight);
    expect(chosen).to.equal(other);
  });
});
