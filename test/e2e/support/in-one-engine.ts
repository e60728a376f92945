import { it } from 'node:test';
import { engines, type Engine } from './browser.js';

/**
 * Like `it`, for what no engine does in a way of its own: `npm test` tries it in the first engine only, `PROOF=whole` in
 * each of them.
 */
export const inOneEngine =
  (engine: Engine) =>
  (name: string, test: () => Promise<void>): void => {
    if (process.env['PROOF'] === 'whole' || engine === engines[0]) void it(name, test);
  };
