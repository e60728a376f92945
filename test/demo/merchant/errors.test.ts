import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HTTPException } from 'hono/http-exception';
import { buildError, MPConnectionError } from 'mercadopago';
import { toApiError } from '../../../demo/merchant/errors.js';

describe('an error of Mercado Pago', () => {
  it('is passed on as its status, message and causes, and nothing else', () => {
    const cause = [{ code: '101', description: 'the customer already exist', data: '21-09-2026;internal' }];
    const error = buildError(400, { message: 'invalid parameters', error: 'bad_request', cause, trace: 'x' });
    assert.deepEqual(toApiError(error), {
      status: 400,
      body: { message: 'invalid parameters', cause: [{ code: '101', description: 'the customer already exist' }] },
    });
  });

  it('is passed on with causes that are nested, numeric or without description, and without those that are none', () => {
    for (const [cause, expected] of [
      [[[{ code: 'card-108', description: 'd' }]], [{ code: 'card-108', description: 'd' }]],
      [[{ code: 2006 }], [{ code: 2006, description: '' }]],
      [['text', null, { description: 'no code' }], []],
    ] as [unknown[], unknown][]) {
      assert.deepEqual(toApiError(buildError(400, { message: 'm', cause })).body.cause, expected);
    }
  });

  it('keeps 404, 422 and 429', () => {
    for (const status of [404, 422, 429]) assert.equal(toApiError(buildError(status, {})).status, status);
  });

  it('is 502 when it speaks of the shop’s credentials: the shopper cannot sign in to Mercado Pago', () => {
    for (const status of [401, 403]) {
      const { status: answered, body } = toApiError(buildError(status, { message: 'invalid access token' }));
      assert.equal(answered, 502);
      assert.doesNotMatch(body.message, /token/);
    }
  });

  it('is shown without its own words when it is a failure of the server', () => {
    const { status, body } = toApiError(
      buildError(503, { message: 'db-17 down', cause: [{ code: 1, description: 'x' }] }),
    );
    assert.equal(status, 503);
    assert.doesNotMatch(JSON.stringify(body), /db-17/);
    assert.deepEqual(body.cause, []);
  });

  it('is 502 when there was no answer', () => {
    const { status, body } = toApiError(new MPConnectionError(new Error('connect ECONNREFUSED 10.0.0.7:443')));
    assert.equal(status, 502);
    assert.doesNotMatch(body.message, /10\.0\.0\.7/);
  });
});

describe('an error of the shop', () => {
  it('is shown as it was meant', () => {
    const error = new HTTPException(404, { message: 'Payment not found' });
    assert.deepEqual(toApiError(error), { status: 404, body: { message: 'Payment not found', cause: [] } });
  });

  it('is 500 without its message when it was not foreseen', () => {
    const { status, body } = toApiError(new TypeError('x is undefined'));
    assert.equal(status, 500);
    assert.doesNotMatch(body.message, /undefined/);
  });
});
