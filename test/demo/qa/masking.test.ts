import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskedEntry, maskedJson } from '../../../demo/qa/masking.js';
import { MpError } from '../../../src/errors.js';

describe('what the QA panel shows', () => {
  it('contains no token, however deep it lies', () => {
    const shown = maskedJson({ token: 'secret', nested: [{ save_token: 'secret' }], card_id: '1' });
    assert.ok(!shown.includes('secret'));
    assert.match(shown, /"card_id": "1"/);
  });

  it('masks the token of a form and leaves the other entries as they are', () => {
    assert.notEqual(maskedEntry('token', 'secret'), 'secret');
    assert.notEqual(maskedEntry('card[save_token]', 'secret'), 'secret');
    assert.equal(maskedEntry('card_id', '1'), '1');
  });

  it('shows an error as its code', () => {
    assert.match(maskedJson({ error: new MpError('sdk-blocked', 'why') }), /"code": "sdk-blocked".*"message": "why"/);
  });

  it('shows a list as its length', () => {
    assert.equal(maskedJson({ cards: Array.from({ length: 1_000 }) }), '{ "cards": "1000 entries" }');
  });
});
