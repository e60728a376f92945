import { expect } from '@open-wc/testing';
import { addCard, listCards, makeDefault, prepareRemoval, type MerchantEndpoint } from '../../src/merchant/client.js';
import { errorOf } from './fake-endpoint.js';

const never = new AbortController().signal;
const NEW_CARD = { token: 'f'.repeat(32), paymentMethodId: 'visa', issuerId: null };

const requests: [what: string, send: (endpoint: MerchantEndpoint) => Promise<unknown>][] = [
  ['the list', (endpoint) => listCards(endpoint, never)],
  ['a new card', (endpoint) => addCard(endpoint, NEW_CARD, 'key', never)],
  ['a removal', async (endpoint) => (await prepareRemoval(endpoint, '7'))()],
  ['a default card', (endpoint) => makeDefault(endpoint, '7', never)],
];

describe('an endpoint that redirects', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    for (const [what, send] of requests) {
      it(`is named, and not followed, with ${status} for ${what}`, async () => {
        const error = await errorOf(send({ url: `/moved/${status}` }));
        expect(error).to.include({ code: 'endpoint-status', retryable: true });
        expect(error.message).to.include('redirects: sign in, or correct its address');
      });
    }
  }

  it('is followed where requestInit allows it', async () => {
    const requestInit: RequestInit = { redirect: 'follow' };
    expect((await listCards({ url: '/moved/307', requestInit }, never)).cards).to.deep.equal([]);
  });
});
