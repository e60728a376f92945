import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choices } from '../../../demo/qa/choices.js';
import { queryOf, settingsFrom } from '../../../demo/qa/settings.js';

describe('settings of the QA page', () => {
  it('are Ana in Argentina without faults when the address says nothing', () => {
    const { site, customer, fault, outcome, required, native } = settingsFrom('');
    assert.deepEqual([site, customer, fault, outcome, required, native], ['MLA', 'ana', 'none', 'card', true, false]);
  });

  it('need no query when they are the usual ones', () => {
    assert.equal(queryOf(settingsFrom('')), '');
  });

  it('survive the way into the address and back', () => {
    for (const [name, labels] of Object.entries(choices)) {
      for (const value of Object.keys(labels)) {
        const settings = { ...settingsFrom(''), [name]: value };
        assert.deepEqual(settingsFrom(queryOf(settings)), settings);
      }
    }
    const toggled = { ...settingsFrom(''), required: false, disabled: true, native: true, amount: false, rtl: true };
    const chosen = { ...toggled, card: '28820000003', installments: '3', codeFocus: true };
    assert.deepEqual(settingsFrom(queryOf(chosen)), chosen);
  });

  it('fall back to the usual value where the address says something unknown, and only there', () => {
    const { site, customer, card, installments, required } = settingsFrom(
      '?site=XXX&customer=olga&card=%3Cb%3E&installments=many&required=maybe&constructor=1',
    );
    assert.deepEqual([site, customer, card, installments, required], ['MLA', 'olga', '', '', true]);
  });
});
