import { expect } from '@open-wc/testing';
import type { MpErrorCode } from '../../src/errors.js';
import { addCard, makeDefault, prepareRemoval, type MerchantEndpoint } from '../../src/merchant/client.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { rawCard } from '../card/raw-card.js';
import { driveTime } from '../support/clock.js';
import { errorOf, json, fakeEndpoint, type ShopAnswer } from './fake-endpoint.js';

const ADDRESS = '/api/cards?shop=7';
const never = new AbortController().signal;
const NEW_CARD = { token: 'tok_secret', paymentMethodId: 'visa', issuerId: '25' };

const nothing = (status: number) => () => new Response(null, { status });
const page = (status: number) => () => new Response('<!doctype html><p>secret', { status });
const refused = (status: number, cause: unknown) => () => json({ message: 'secret', cause }, status);

const CHANGES: [what: string, change: (endpoint: MerchantEndpoint) => Promise<unknown>][] = [
  ['addCard', (endpoint) => addCard(endpoint, NEW_CARD, 'key-1', never)],
  ['makeDefault', (endpoint) => makeDefault(endpoint, '7', never)],
  ['prepareRemoval', async (endpoint) => (await prepareRemoval(endpoint, '7'))()],
];

describe('addCard', () => {
  it('posts token, payment method and issuer, and nothing else, with the idempotency key', async () => {
    const { requests, fetch } = fakeEndpoint(() => json(rawCard(), 201));
    await addCard({ url: ADDRESS, fetch }, NEW_CARD, 'key-1', never);
    const [request] = requests;
    expect(requests).to.have.length(1);
    expect(request!.method).to.equal('POST');
    expect(request!.url).to.equal(location.origin + ADDRESS);
    expect(request!.headers.get('content-type')).to.equal('application/json');
    expect(request!.headers.get('x-idempotency-key')).to.equal('key-1');
    expect(await request!.json()).to.deep.equal({ token: 'tok_secret', payment_method_id: 'visa', issuer_id: '25' });
  });

  it('posts null for an unknown issuer', async () => {
    const { requests, fetch } = fakeEndpoint(() => json(rawCard()));
    await addCard({ url: ADDRESS, fetch }, { ...NEW_CARD, issuerId: null }, 'key-1', never);
    expect(await requests[0]!.json()).to.have.property('issuer_id', null);
  });

  for (const status of [200, 201]) {
    it(`resolves with the decoded card of a ${status}`, async () => {
      const { fetch } = fakeEndpoint(() => json(rawCard({ id: 9267060453, last_four_digits: 7 }), status));
      const card = await addCard({ url: ADDRESS, fetch }, NEW_CARD, 'key-1', never);
      expect(card).to.include({ id: '9267060453', lastFourDigits: '0007' });
    });
  }

  const unreadable: [what: string, answer: ShopAnswer][] = [
    ['that is not a card', () => json({ ok: true })],
    ['that is HTML', page(200)],
    ['without a body', nothing(204)],
  ];
  for (const [what, answer] of unreadable) {
    it(`rejects a response ${what}`, async () => {
      const error = await errorOf(
        addCard({ url: ADDRESS, fetch: fakeEndpoint(answer).fetch }, NEW_CARD, 'key-1', never),
      );
      expect(error.code).to.equal('protocol');
    });
  }

  it('reads a 409 as a card that the customer already has', async () => {
    const { fetch } = fakeEndpoint(refused(409, []));
    expect((await errorOf(addCard({ url: ADDRESS, fetch }, NEW_CARD, 'key-1', never))).code).to.equal('card-duplicate');
  });
});

describe('makeDefault', () => {
  for (const status of [200, 204]) {
    it(`puts to the card's own address, its id encoded, and accepts ${status}`, async () => {
      const { requests, fetch } = fakeEndpoint(nothing(status));
      await makeDefault({ url: ADDRESS, fetch }, 'a/b?c', never);
      expect(requests.map(({ method, url }) => [method, url])).to.deep.equal([
        ['PUT', `${location.origin}/api/cards/a%2Fb%3Fc/default?shop=7`],
      ]);
    });
  }
});

describe('prepareRemoval', () => {
  it('sends nothing before its result is called', async () => {
    const { requests, fetch } = fakeEndpoint(nothing(204));
    await prepareRemoval({ url: ADDRESS, fetch }, '7');
    expect(requests).to.deep.equal([]);
  });

  it('sends synchronously, with keepalive', async () => {
    const sent: Parameters<typeof globalThis.fetch>[] = [];
    const fetch: typeof globalThis.fetch = (...request) => (sent.push(request), Promise.resolve(nothing(204)()));
    const requestInit = () => Promise.resolve({ headers: { 'X-CSRF-Token': 'abc' } });
    const remove = await prepareRemoval({ url: ADDRESS, fetch, requestInit }, '7');
    const removed = remove();
    expect(sent).to.have.length(1);
    const [url, init] = sent[0]!;
    expect(url).to.equal('/api/cards/7?shop=7');
    expect(init).to.include({ method: 'DELETE', keepalive: true });
    expect(new Headers(init?.headers).get('x-csrf-token')).to.equal('abc');
    await removed;
  });

  const addresses: [collection: string, card: string][] = [
    ['/api/cards', '/api/cards/7'],
    ['/api/cards/', '/api/cards/7'],
    ['/api/cards/?shop=7', '/api/cards/7?shop=7'],
    ['https://shop.example/cards?a=/b/#c', 'https://shop.example/cards/7?a=/b/#c'],
  ];
  for (const [collection, card] of addresses) {
    it(`builds ${card} from ${collection}`, async () => {
      const urls: unknown[] = [];
      const fetch: typeof globalThis.fetch = (url) => (urls.push(url), Promise.resolve(nothing(204)()));
      await (
        await prepareRemoval({ url: collection, fetch }, '7')
      )();
      expect(urls).to.deep.equal([card]);
    });
  }

  it('reads a 404 as success when the list no longer has the card', async () => {
    const { requests, fetch } = fakeEndpoint(nothing(404), () => json([rawCard({ id: '8' })]));
    await (
      await prepareRemoval({ url: ADDRESS, fetch }, '7')
    )();
    expect(requests.map(({ method }) => method)).to.deep.equal(['DELETE', 'GET']);
  });

  it('reads a 404 as an error when the list still has the card', async () => {
    const { fetch } = fakeEndpoint(nothing(404), () => json([rawCard({ id: '7' })]));
    const remove = await prepareRemoval({ url: ADDRESS, fetch }, '7');
    const error = await errorOf(remove());
    expect(error).to.include({ code: 'endpoint-status', retryable: false });
    expect(error.message).to.include('404');
  });

  it('reads a 404 as an error when the list cannot be loaded', async () => {
    const { fetch } = fakeEndpoint(nothing(404), nothing(500));
    const remove = await prepareRemoval({ url: ADDRESS, fetch }, '7');
    expect((await errorOf(remove())).code).to.equal('endpoint-status');
  });

  it('rejects at once when requestInit fails', async () => {
    const requestInit = () => Promise.reject(new Error('no session'));
    const { requests, fetch } = fakeEndpoint(nothing(204));
    expect((await errorOf(prepareRemoval({ url: ADDRESS, fetch, requestInit }, '7'))).code).to.equal(
      'endpoint-network',
    );
    expect(requests).to.deep.equal([]);
  });

  it('sends again when it is called again', async () => {
    const { requests, fetch } = fakeEndpoint(nothing(500), nothing(204));
    const remove = await prepareRemoval({ url: ADDRESS, fetch }, '7');
    await errorOf(remove());
    await remove();
    expect(requests).to.have.length(2);
  });
});

for (const [name, change] of CHANGES) {
  describe(`${name} refused`, () => {
    const table: [what: string, answer: ShopAnswer, code: MpErrorCode, causeCode: string, retryable: boolean][] = [
      ['401', refused(401, []), 'signed-out', '', false],
      ['403 with a page', page(403), 'signed-out', '', false],
      ['400 with a cause', refused(400, [{ code: '123', description: 'secret' }]), 'endpoint-status', '123', false],
      ['400 with nested causes', refused(400, [[{ code: 'card-108' }]]), 'endpoint-status', 'card-108', false],
      [
        '400 with several',
        refused(400, [[{}], [{ code: 'card-120' }, { code: 1 }]]),
        'endpoint-status',
        'card-120',
        false,
      ],
      ['400 with a number', refused(400, [{ code: 127 }]), 'endpoint-status', '127', false],
      ['400 with one cause', refused(400, { code: '124' }), 'endpoint-status', '124', false],
      ['400 for too many cards', refused(400, [{ code: '129' }]), 'card-limit', '129', false],
      ['400 with text for a code', refused(400, [{ code: 'a secret <b>' }]), 'endpoint-status', '', false],
      ['400 without a cause', refused(400, undefined), 'endpoint-status', '', false],
      ['422 with a page', page(422), 'endpoint-status', '', false],
      ['429', nothing(429), 'endpoint-status', '', true],
      ['500 with nothing', nothing(500), 'endpoint-status', '', true],
      ['502 with a page', page(502), 'endpoint-status', '', true],
      ['HTML instead of success', page(200), 'protocol', '', false],
      ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'endpoint-network', '', true],
    ];
    for (const [what, answer, code, causeCode, retryable] of table) {
      it(`by ${what}: rejects with ${code} ${causeCode}, without text of the body or the token`, async () => {
        const error = await errorOf(change({ url: ADDRESS, fetch: fakeEndpoint(answer).fetch }));
        expect(error).to.include({ code, causeCode, retryable });
        expect(`${error.message} ${String(error.cause)}`).to.not.include('secret');
      });
    }
  });

  it(`${name} rejects after the time-out when the shop does not answer`, async () => {
    const time = driveTime();
    const lost = errorOf(change({ url: ADDRESS, fetch: () => new Promise<never>(() => {}) }));
    await time.tickAsync(TIMEOUT.merchant);
    expect((await lost).code).to.equal('endpoint-timeout');
  });
}

describe('addCard and makeDefault', () => {
  it('end at once when the caller aborts', async () => {
    const endpoint = { url: ADDRESS, fetch: () => new Promise<never>(() => {}) };
    const wanted = new AbortController();
    const faults = [addCard(endpoint, NEW_CARD, 'key-1', wanted.signal), makeDefault(endpoint, '7', wanted.signal)];
    wanted.abort();
    for (const error of faults) expect((await errorOf(error)).code).to.equal('aborted');
  });
});
