import type { PaymentApiName } from '../../../demo/merchant/payment-apis/payment-api.js';
import { engines, type Engine } from './browser.js';

const apis = ['payments', 'orders'] as const;

/** How many tests of a file Firefox runs: its start of a page takes twice as long. */
const IN_FIREFOX = 3;

/**
 * The APIs with which the next test runs: one of them, in turn, and the other one in the other engine. `PROOF=whole`: both,
 * and every test in every engine.
 */
export function apiTurns(engine: Engine): () => readonly PaymentApiName[] {
  let tests = 0;
  return () => {
    if (process.env['PROOF'] === 'whole') return apis;
    const api = apis[(engines.indexOf(engine) + tests++) % apis.length];
    return api === undefined || (engine === 'firefox' && tests > IN_FIREFOX) ? [] : [api];
  };
}
