import { TIMEOUT } from '../../src/timeouts.js';

/** How the shop's endpoint in this window can fail at any request, by the code of the error that follows. */
export function shopFaults(window: Window): Readonly<Record<string, () => Promise<Response>>> {
  const start = window.setTimeout.bind(window) as (run: () => void, delay?: number) => number;
  let endRequest = () => {};
  const setTimeout = (run: () => void, delay?: number) => {
    if (delay === TIMEOUT.merchant) endRequest = run;
    return start(run, delay);
  };
  Object.assign(window, { setTimeout });
  return {
    'endpoint-status': () => Promise.resolve(new Response('', { status: 503 })),
    'endpoint-network': () => Promise.reject(new TypeError('offline')),
    'endpoint-timeout': () => {
      endRequest();
      return new Promise(() => {});
    },
    'signed-out': () => Promise.resolve(new Response('', { status: 401 })),
    protocol: () => Promise.resolve(new Response('<p>')),
  };
}
