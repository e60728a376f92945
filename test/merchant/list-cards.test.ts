import { expect } from '@open-wc/testing';
import type { MpErrorCode } from '../../src/errors.js';
import { listCards, type MerchantEndpoint } from '../../src/merchant/client.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { rawCard } from '../card/raw-card.js';
import { errorOf, json, fakeEndpoint } from './fake-endpoint.js';

const ADDRESS = '/api/cards?shop=7';
const never = new AbortController().signal;

/** The one request that listing the cards makes. */
async function requestFor(endpoint: Omit<MerchantEndpoint, 'url' | 'fetch'>): Promise<Request> {
  const { requests, fetch } = fakeEndpoint(() => json([]));
  await listCards({ url: ADDRESS, fetch, ...endpoint }, never);
  expect(requests).to.have.length(1);
  return requests[0]!;
}

/** Replaces `setTimeout`: `running` are the pending timers, `fire` runs those with this delay. */
function replaceTimers() {
  const original = { setTimeout, clearTimeout };
  const running = new Map<number, { callback: () => void; delay: number }>();
  let last = 0;
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, delay: number) => running.set(++last, { callback, delay }) && last,
    clearTimeout: (timer: number) => running.delete(timer),
  });
  return {
    running,
    fire: (delay: number) =>
      [...running.values()].filter((timer) => timer.delay === delay).forEach((t) => t.callback()),
    restore: () => Object.assign(globalThis, original),
  };
}

describe('listCards', () => {
  it('resolves with the decoded cards', async () => {
    const { fetch } = fakeEndpoint(() => json({ cards: [rawCard({ id: 1 }), rawCard({ id: 2 })], default_card: '2' }));
    const { cards, defaultCardId } = await listCards({ url: ADDRESS, fetch }, never);
    expect(cards.map((card) => card.id)).to.deep.equal(['2', '1']);
    expect(defaultCardId).to.equal('2');
  });

  describe('sends a request', () => {
    it('for JSON by GET to the unchanged address, with same-origin credentials', async () => {
      const request = await requestFor({});
      expect(request.method).to.equal('GET');
      expect(request.url).to.equal(location.origin + ADDRESS);
      expect(request.headers.get('accept')).to.equal('application/json');
      expect(request.credentials).to.equal('same-origin');
    });

    it('with the headers it is given', async () => {
      const { headers } = await requestFor({ headers: { 'X-CSRF-Token': 'abc' } });
      expect(headers.get('x-csrf-token')).to.equal('abc');
      expect(headers.get('accept')).to.equal('application/json');
    });

    const inits: [what: string, requestInit: MerchantEndpoint['requestInit']][] = [
      ['an object', { credentials: 'include', headers: { Authorization: 'Bearer 1' } }],
      ['an object with Headers', { credentials: 'include', headers: new Headers({ Authorization: 'Bearer 1' }) }],
      ['an object with a list of headers', { credentials: 'include', headers: [['Authorization', 'Bearer 1']] }],
      ['a function', () => ({ credentials: 'include', headers: { Authorization: 'Bearer 1' } })],
      ['a promise', () => Promise.resolve({ credentials: 'include', headers: { Authorization: 'Bearer 1' } })],
    ];
    for (const [what, requestInit] of inits) {
      it(`with a requestInit that is ${what}`, async () => {
        const request = await requestFor({ headers: { 'X-CSRF-Token': 'abc' }, requestInit });
        expect(request.credentials).to.equal('include');
        expect(request.headers.get('authorization')).to.equal('Bearer 1');
        expect(request.headers.get('x-csrf-token')).to.equal('abc');
        expect(request.headers.get('accept')).to.equal('application/json');
      });
    }

    it('with the headers of requestInit instead of others of the same name in any case', async () => {
      const { headers } = await requestFor({
        headers: { accept: 'text/json', 'x-csrf-token': 'old' },
        requestInit: { headers: { 'X-CSRF-Token': 'new' } },
      });
      expect(headers.get('accept')).to.equal('text/json');
      expect(headers.get('x-csrf-token')).to.equal('new');
    });

    it("with the browser's own fetch when the page passes it", async () => {
      const { cards } = await listCards({ url: 'data:application/json,[]', fetch: globalThis.fetch }, never);
      expect(cards).to.deep.equal([]);
    });

    it("with the browser's own fetch when none is given", async () => {
      const { cards } = await listCards({ url: 'data:application/json,[]' }, never);
      expect(cards).to.deep.equal([]);
    });
  });

  describe('rejects with an error', () => {
    const html = () => new Response('<!doctype html><p>secret', { headers: { 'content-type': 'text/html' } });

    const table: [what: string, answer: () => Response | Promise<Response>, code: MpErrorCode, retryable: boolean][] = [
      ['401', () => json({ message: 'secret' }, 401), 'signed-out', false],
      ['403', () => json({ message: 'secret' }, 403), 'signed-out', false],
      ['400', () => json({ message: 'secret' }, 400), 'endpoint-status', false],
      ['404 with HTML', () => new Response('<p>secret', { status: 404 }), 'endpoint-status', false],
      ['429', () => json({ message: 'secret' }, 429), 'endpoint-status', true],
      ['500 with nothing', () => new Response(null, { status: 500 }), 'endpoint-status', true],
      ['502 with HTML', () => new Response('<p>secret', { status: 502 }), 'endpoint-status', true],
      ['HTML', html, 'protocol', false],
      ['half a JSON', () => new Response('[{"id": "secret'), 'protocol', false],
      ['nothing', () => new Response(null, { status: 204 }), 'protocol', false],
      ['JSON that is no list', () => json({ message: 'secret' }), 'protocol', false],
      ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'endpoint-network', true],
    ];
    for (const [what, answer, code, retryable] of table) {
      it(`of ${what}: ${code}, ${retryable ? '' : 'not '}retryable, without text of the body`, async () => {
        const error = await errorOf(listCards({ url: ADDRESS, fetch: fakeEndpoint(answer).fetch }, never));
        expect(error.code).to.equal(code);
        expect(error.retryable).to.equal(retryable);
        expect(`${error.message} ${String(error.cause)}`).to.not.include('secret');
      });
    }

    it('with the status for the developer', async () => {
      const { fetch } = fakeEndpoint(() => json({}, 503));
      expect((await errorOf(listCards({ url: ADDRESS, fetch }, never))).message).to.include('503');
    });

    it('with the content type for the developer', async () => {
      expect((await errorOf(listCards({ url: ADDRESS, fetch: fakeEndpoint(html).fetch }, never))).message).to.include(
        'text/html',
      );
    });

    it('with the reason when the network fails', async () => {
      const reason = new TypeError('Failed to fetch');
      const { fetch } = fakeEndpoint(() => Promise.reject(reason));
      expect((await errorOf(listCards({ url: ADDRESS, fetch }, never))).cause).to.equal(reason);
    });

    it('when the connection is lost during the response: endpoint-network', async () => {
      const broken = new ReadableStream({ start: (body) => body.error(new TypeError('network error')) });
      const { fetch } = fakeEndpoint(() => new Response(broken));
      expect((await errorOf(listCards({ url: ADDRESS, fetch }, never))).code).to.equal('endpoint-network');
    });

    it('when requestInit fails: endpoint-network, and no request', async () => {
      const { requests, fetch } = fakeEndpoint(() => json([]));
      const requestInit = () => Promise.reject(new Error('no fresh session'));
      const error = await errorOf(listCards({ url: ADDRESS, fetch, requestInit }, never));
      expect(error.code).to.equal('endpoint-network');
      expect(requests).to.deep.equal([]);
    });
  });

  describe('ends', () => {
    const hung = () => new Promise<never>(() => {});
    let timers: ReturnType<typeof replaceTimers>;
    beforeEach(() => (timers = replaceTimers()));
    afterEach(() => timers.restore());

    it('with endpoint-timeout when no response comes, and aborts the request', async () => {
      let signal: AbortSignal | null | undefined;
      const fetch: typeof globalThis.fetch = (_, init) => ((signal = init?.signal), hung());
      const list = errorOf(listCards({ url: ADDRESS, fetch }, never));
      timers.fire(TIMEOUT.merchant);
      const error = await list;
      expect(error.code).to.equal('endpoint-timeout');
      expect(error.retryable).to.equal(true);
      expect(signal?.aborted).to.equal(true);
    });

    it('with endpoint-timeout when the body does not end', async () => {
      const { fetch } = fakeEndpoint(() => new Response(new ReadableStream()));
      const list = errorOf(listCards({ url: ADDRESS, fetch }, never));
      timers.fire(TIMEOUT.merchant);
      expect((await list).code).to.equal('endpoint-timeout');
    });

    it('with endpoint-timeout when requestInit does not settle', async () => {
      const list = errorOf(
        listCards({ url: ADDRESS, fetch: fakeEndpoint(() => json([])).fetch, requestInit: hung }, never),
      );
      timers.fire(TIMEOUT.merchant);
      expect((await list).code).to.equal('endpoint-timeout');
    });

    it('without a pending timer, after a response or an error', async () => {
      await listCards({ url: ADDRESS, fetch: fakeEndpoint(() => json([])).fetch }, never);
      await errorOf(listCards({ url: ADDRESS, fetch: fakeEndpoint(() => json({}, 500)).fetch }, never));
      expect(timers.running.size).to.equal(0);
    });

    it("without a listener on the caller's signal", async () => {
      const { signal } = new AbortController();
      const listeners = new Set<unknown>();
      const heard: unknown[] = [];
      Object.assign(signal, {
        addEventListener: (type: string, listener: unknown) => heard.push(type) && listeners.add(listener),
        removeEventListener: (_: string, listener: unknown) => listeners.delete(listener),
      });
      await listCards({ url: ADDRESS, fetch: fakeEndpoint(() => json([])).fetch }, signal);
      expect(heard).to.deep.equal(['abort']);
      expect(listeners.size).to.equal(0);
    });

    it('at once when the caller aborts, and aborts the request', async () => {
      const wanted = new AbortController();
      let signal: AbortSignal | null | undefined;
      const fetch: typeof globalThis.fetch = (_, init) => ((signal = init?.signal), hung());
      const list = errorOf(listCards({ url: ADDRESS, fetch }, wanted.signal));
      wanted.abort();
      expect((await list).code).to.equal('aborted');
      expect(signal?.aborted).to.equal(true);
    });

    it('before any request when the caller aborted already', async () => {
      const { requests, fetch } = fakeEndpoint(() => json([]));
      const error = await errorOf(listCards({ url: ADDRESS, fetch }, AbortSignal.abort()));
      expect(error.code).to.equal('aborted');
      expect(requests).to.deep.equal([]);
      expect(timers.running.size).to.equal(0);
    });
  });
});
