import { expect } from '@open-wc/testing';
import { readyForm, savedVisa } from '../support/add-card-harness.js';
import { ScriptedMerchant } from '../support/merchant.js';

describe('saving a new card', () => {
  it('gives the shop a token, never the card', async () => {
    const merchant = new ScriptedMerchant().cards(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard();
    await form.click();
    const [{ card }] = (await form.events.times<{ card: { id: string } }>('card-added')) as [{ card: { id: string } }];
    expect(card.id).to.equal('2001');
    expect(merchant.requests).to.have.length(1);
    const [{ url, init }] = merchant.requests as [{ url: string; init: RequestInit }];
    expect([url, init.method]).to.deep.equal(['/api/cards', 'POST']);
    expect(JSON.parse(init.body as string)).to.deep.equal({
      token: form.standIn.tokens[0]?.id,
      payment_method_id: 'visa',
      issuer_id: '25',
    });
  });
});
