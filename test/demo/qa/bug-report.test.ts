import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskedJson } from '../../../demo/qa/masking.js';
import { bugReport } from '../../../demo/qa/panel/bug-report.js';

const TOKEN = '4f2b8c1d9e0a47b6a1c3d5e7f9012345';
const NUMBER = '5031755734530604';

const report = (...events: string[]) =>
  bugReport({
    link: 'http://localhost:5173/?outcome=SECU',
    facts: { Versions: 'mp-saved-cards 0.1.0' },
    diagnoses: {
      'mp-saved-cards': {
        version: '0.1.0',
        ok: false,
        checks: [
          { id: 'place', ok: true, message: '' },
          { id: 'endpoint', ok: false, message: `Not a list: ${NUMBER}` },
        ],
      },
      'mp-add-card': { version: '0.1.0', ok: true, checks: [{ id: 'field', ok: null, message: '' }] },
    },
    events,
    exchanges: ['GET /api/cards → 200'],
  });

describe('a bug report of the QA page', () => {
  it('has the link, the versions, the diagnosis of each element, the events and the requests', () => {
    const text = report('1.00 s cards-ready');
    for (const part of [
      '?outcome=SECU',
      'mp-saved-cards 0.1.0',
      'Diagnosis of <mp-saved-cards>\n- place: right\n- endpoint: WRONG',
      'Diagnosis of <mp-add-card>\n- field: not known',
      '- 1.00 s cards-ready',
      '- GET /api/cards → 200',
    ])
      assert.ok(text.includes(part), part);
  });

  it('has no token, no number of a card and no address in it, wherever they come from', () => {
    const secrets = [TOKEN, NUMBER, '5031 7557 3453 0604', '3711-803032-57522', 'ana@testuser.com'];
    const text = report(...secrets.map((secret) => `said ${secret} once`), `{"x":"${TOKEN}"}`);
    for (const secret of secrets) assert.ok(!text.includes(secret), secret);
  });

  it('keeps the ids of cards and payments, by which a fault is found', () => {
    assert.match(report('1493990563105, 28820000001'), /1493990563105, 28820000001/);
  });
});

describe('what is logged of a request', () => {
  it('contains no code, number, document or name, as text or as a number', () => {
    const shown = maskedJson({
      securityCode: '739',
      security_code: 739,
      card_number: 4,
      cvv: '1',
      number: '12345678',
      cardholderName: 'APRO',
    });
    assert.doesNotMatch(shown, /739|4|"1"|12345678|APRO/);
  });

  it('says how long the code of a card is', () => {
    assert.match(maskedJson({ security_code: { length: 3 } }), /"length": 3/);
  });
});
