import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatMoment } from '../../../demo/account/moment.js';

describe('when a payment was made', () => {
  it('is said with the hours that the country writes', () => {
    const evening = new Date(2026, 10, 30, 22, 34);
    const said = ['es-AR', 'es-UY', 'es-CL', 'pt-BR', 'es-MX', 'en-US'].map((locale) =>
      formatMoment(evening, locale).replace(/\s/g, ' '),
    );
    assert.deepEqual(said, [
      '30 nov 2026, 22:34',
      '30 nov. 2026, 22:34',
      '30-11-2026, 22:34',
      '30 de nov. de 2026, 22:34',
      '30 nov 2026, 10:34 p.m.',
      'Nov 30, 2026, 10:34 PM',
    ]);
  });
});
