import { expect } from '@open-wc/testing';
import { addCard, listCards, makeDefault, prepareRemoval, type MerchantEndpoint } from '../../src/merchant/client.js';
import { decodeCards } from '../../src/card/decode.js';
import { rawCard } from '../card/raw-card.js';
import { errorOf } from './fake-endpoint.js';

const never = new AbortController().signal;
const NEW_CARD = { token: 'f'.repeat(32), paymentMethodId: 'visa', issuerId: null };

const requests: [what: string, send: (endpoint: MerchantEndpoint) => Promise<unknown>][] = [
  ['the list', (endpoint) => listCards(endpoint, never)],
  ['a new card', (endpoint) => addCard(endpoint, NEW_CARD, 'key', never)],
  ['a removal', async (endpoint) => (await prepareRemoval(endpoint, '7'))()],
  ['a default card', (endpoint) => makeDefault(endpoint, '7', never)],
];

/** What has come to the address that the redirects lead to. */
const arrived = async () => (await (await fetch('/moved-arrived')).json()) as { method: string; csrf: string }[];

const headers = { 'X-CSRF-Token': 'abc' };
const STATUSES = [301, 302, 303, 307, 308];

const places: [where: string, path: string][] = [
  ['the same origin', ''],
  ['another origin', '/away'],
];

describe('an endpoint that redirects', () => {
  beforeEach(arrived);

  for (const [where, path] of places) {
    for (const status of STATUSES) {
      it(`to ${where} with ${status} is named, and not followed, whatever is asked`, async () => {
        for (const [what, send] of requests) {
          const error = await errorOf(send({ url: `/moved/${status}${path}`, headers }));
          expect(error, what).to.include({ code: 'endpoint-status', retryable: true });
          expect(error.message, what).to.include('redirects: sign in, or correct its address');
        }
        expect(await arrived()).to.deep.equal([]);
      });
    }

    it(`to ${where} is followed where requestInit allows it, given at once or later`, async () => {
      const allowed: RequestInit = { redirect: 'follow' };
      for (const requestInit of [allowed, () => allowed, () => Promise.resolve(allowed)]) {
        const endpoint = { url: `/moved/307${path}`, headers, requestInit };
        expect((await listCards(endpoint, never)).cards).to.deep.equal([]);
      }
      expect((await arrived()).map(({ method }) => method)).to.deep.equal(['GET', 'GET', 'GET']);
    });
  }

  it('is not followed where requestInit has no value for it', async () => {
    const requestInit = { redirect: undefined } as unknown as RequestInit;
    expect((await errorOf(listCards({ url: '/moved/302', headers, requestInit }, never))).code).to.equal(
      'endpoint-status',
    );
    expect(await arrived()).to.deep.equal([]);
  });

  it('is named as what the browser says where requestInit wants an error', async () => {
    const requestInit: RequestInit = { redirect: 'error' };
    expect(await errorOf(listCards({ url: '/moved/302', requestInit }, never))).to.include({
      code: 'endpoint-network',
    });
    expect(await arrived()).to.deep.equal([]);
  });
});

describe('the id of a card', () => {
  const sent: string[] = [];
  const answered: typeof fetch = (url) => {
    sent.push(new URL(url as string, location.href).pathname);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  const endpoint = { url: '/api/cards', fetch: answered };
  beforeEach(() => void sent.splice(0));

  for (const id of [
    'a/b',
    '../../admin',
    '..%2f..',
    '%2e%2e',
    '.%2e',
    '..;',
    '\\..',
    '?x',
    '#x',
    ' ',
    '...',
    '/',
    '//x.example',
    '%00',
  ]) {
    it(`${JSON.stringify(id)} never leaves the collection`, async () => {
      await makeDefault(endpoint, id, never);
      await (
        await prepareRemoval(endpoint, id)
      )();
      const segment = encodeURIComponent(id);
      expect(sent).to.deep.equal([`/api/cards/${segment}/default`, `/api/cards/${segment}`]);
    });
  }

  for (const id of ['', '.', '..'])
    it(`${JSON.stringify(id)}, whose address would be another one, is that of no card`, () => {
      const list = [rawCard({ id }), rawCard({ id: '7' })];
      expect(decodeCards(list).cards.map((card) => card.id)).to.deep.equal(['7']);
    });
});
