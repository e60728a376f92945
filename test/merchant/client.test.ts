import { expect } from '@open-wc/testing';
import type { MpErrorCode } from '../../src/errors.js';
import { listCards, type MerchantEndpoint } from '../../src/merchant/client.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { rawCard } from '../card/raw-card.js';
import { faultOf, json, shop } from './shop.js';

const ADDRESS = '/api/cards?shop=7';
const never = new AbortController().signal;

/** The one request that listing the cards makes. */
async function requestFor(endpoint: Omit<MerchantEndpoint, 'url' | 'fetch'>): Promise<Request> {
  const { requests, fetch } = shop(() => json([]));
  await listCards({ url: ADDRESS, fetch, ...endpoint }, never);
  expect(requests).to.have.length(1);
  return requests[0]!;
}

/** Lists with `setTimeout` held: gives the timers that are running and lets one of them ring. */
function holdTimers() {
  const original = { setTimeout, clearTimeout };
  const running = new Map<number, { callback: () => void; delay: number }>();
  let last = 0;
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, delay: number) => running.set(++last, { callback, delay }) && last,
    clearTimeout: (timer: number) => running.delete(timer),
  });
  return {
    running,
    ring: (delay: number) =>
      [...running.values()].filter((timer) => timer.delay === delay).forEach((t) => t.callback()),
    release: () => Object.assign(globalThis, original),
  };
}

describe('listCards', () => {
  it('gives the decoded cards', async () => {
    const { fetch } = shop(() => json({ cards: [rawCard({ id: 1 }), rawCard({ id: 2 })], default_card: '2' }));
    const { cards, defaultCardId } = await listCards({ url: ADDRESS, fetch }, never);
    expect(cards.map((card) => card.id)).to.deep.equal(['2', '1']);
    expect(defaultCardId).to.equal('2');
  });

  describe('asks', () => {
    it('for JSON by GET at the address as it is, with same-origin credentials', async () => {
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

    it('with the headers of requestInit before the others, whatever their case', async () => {
      const { headers } = await requestFor({
        headers: { accept: 'text/json', 'x-csrf-token': 'old' },
        requestInit: { headers: { 'X-CSRF-Token': 'new' } },
      });
      expect(headers.get('accept')).to.equal('text/json');
      expect(headers.get('x-csrf-token')).to.equal('new');
    });

    it("with the browser's own fetch when it is handed over", async () => {
      const { cards } = await listCards({ url: 'data:application/json,[]', fetch: globalThis.fetch }, never);
      expect(cards).to.deep.equal([]);
    });

    it("with the browser's own fetch when none is given", async () => {
      const { cards } = await listCards({ url: 'data:application/json,[]' }, never);
      expect(cards).to.deep.equal([]);
    });
  });

  describe('names the fault', () => {
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
      it(`of ${what}: ${code}, ${retryable ? '' : 'not '}retryable, without a word of the body`, async () => {
        const fault = await faultOf(listCards({ url: ADDRESS, fetch: shop(answer).fetch }, never));
        expect(fault.code).to.equal(code);
        expect(fault.retryable).to.equal(retryable);
        expect(`${fault.message} ${String(fault.cause)}`).to.not.include('secret');
      });
    }

    it('with the status for the developer', async () => {
      const { fetch } = shop(() => json({}, 503));
      expect((await faultOf(listCards({ url: ADDRESS, fetch }, never))).message).to.include('503');
    });

    it('with the content type for the developer', async () => {
      expect((await faultOf(listCards({ url: ADDRESS, fetch: shop(html).fetch }, never))).message).to.include(
        'text/html',
      );
    });

    it('with the reason when the network fails', async () => {
      const reason = new TypeError('Failed to fetch');
      const { fetch } = shop(() => Promise.reject(reason));
      expect((await faultOf(listCards({ url: ADDRESS, fetch }, never))).cause).to.equal(reason);
    });

    it('of a connection lost within the answer: endpoint-network', async () => {
      const broken = new ReadableStream({ start: (body) => body.error(new TypeError('network error')) });
      const { fetch } = shop(() => new Response(broken));
      expect((await faultOf(listCards({ url: ADDRESS, fetch }, never))).code).to.equal('endpoint-network');
    });

    it('of a requestInit that fails: endpoint-network, and no request', async () => {
      const { requests, fetch } = shop(() => json([]));
      const requestInit = () => Promise.reject(new Error('no fresh session'));
      const fault = await faultOf(listCards({ url: ADDRESS, fetch, requestInit }, never));
      expect(fault.code).to.equal('endpoint-network');
      expect(requests).to.deep.equal([]);
    });
  });

  describe('in time', () => {
    const hung = () => new Promise<never>(() => {});
    let timers: ReturnType<typeof holdTimers>;
    beforeEach(() => (timers = holdTimers()));
    afterEach(() => timers.release());

    it('gives up an answer that does not come, and ends the request', async () => {
      let signal: AbortSignal | null | undefined;
      const fetch: typeof globalThis.fetch = (_, init) => ((signal = init?.signal), hung());
      const list = faultOf(listCards({ url: ADDRESS, fetch }, never));
      timers.ring(TIMEOUT.merchant);
      const fault = await list;
      expect(fault.code).to.equal('endpoint-timeout');
      expect(fault.retryable).to.equal(true);
      expect(signal?.aborted).to.equal(true);
    });

    it('gives up a body that does not end', async () => {
      const { fetch } = shop(() => new Response(new ReadableStream()));
      const list = faultOf(listCards({ url: ADDRESS, fetch }, never));
      timers.ring(TIMEOUT.merchant);
      expect((await list).code).to.equal('endpoint-timeout');
    });

    it('gives up a requestInit that does not come', async () => {
      const list = faultOf(listCards({ url: ADDRESS, fetch: shop(() => json([])).fetch, requestInit: hung }, never));
      timers.ring(TIMEOUT.merchant);
      expect((await list).code).to.equal('endpoint-timeout');
    });

    it('leaves no timer running, after an answer or a fault', async () => {
      await listCards({ url: ADDRESS, fetch: shop(() => json([])).fetch }, never);
      await faultOf(listCards({ url: ADDRESS, fetch: shop(() => json({}, 500)).fetch }, never));
      expect(timers.running.size).to.equal(0);
    });

    it("lets go of the caller's signal with the answer", async () => {
      const { signal } = new AbortController();
      const listeners = new Set<unknown>();
      const heard: unknown[] = [];
      Object.assign(signal, {
        addEventListener: (type: string, listener: unknown) => heard.push(type) && listeners.add(listener),
        removeEventListener: (_: string, listener: unknown) => listeners.delete(listener),
      });
      await listCards({ url: ADDRESS, fetch: shop(() => json([])).fetch }, signal);
      expect(heard).to.deep.equal(['abort']);
      expect(listeners.size).to.equal(0);
    });

    it('ends at once when it is no longer wanted, and ends the request', async () => {
      const wanted = new AbortController();
      let signal: AbortSignal | null | undefined;
      const fetch: typeof globalThis.fetch = (_, init) => ((signal = init?.signal), hung());
      const list = faultOf(listCards({ url: ADDRESS, fetch }, wanted.signal));
      wanted.abort();
      expect((await list).code).to.equal('aborted');
      expect(signal?.aborted).to.equal(true);
    });

    it('does not begin when it is no longer wanted', async () => {
      const { requests, fetch } = shop(() => json([]));
      const fault = await faultOf(listCards({ url: ADDRESS, fetch }, AbortSignal.abort()));
      expect(fault.code).to.equal('aborted');
      expect(requests).to.deep.equal([]);
      expect(timers.running.size).to.equal(0);
    });
  });
});
