import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SITES } from '../../../demo/sandbox/sites/index.js';
import { defaultAnswers } from '../../../src/testing/core-answers.js';
import { call } from './support/http.js';
import { seller, useSandbox, withoutEnvelope } from './support/official-sdk.js';
import { assertShape } from './support/shapes.js';

interface Installments {
  readonly payer_costs: readonly {
    readonly installments: number;
    readonly installment_rate: number;
    readonly labels: readonly string[];
    readonly recommended_message: string;
    readonly installment_amount: number;
    readonly total_amount: number;
  }[];
}

describe('lookups', () => {
  const sandbox = useSandbox();
  const look = async (path: string, site = 'MLA') =>
    call(`${sandbox.origin}/v1/payment_methods${path}${path.includes('?') ? '&' : '?'}public_key=TEST-${site}-1`);

  for (const site of Object.values(SITES)) {
    it(`list the payment methods of ${site.id}`, async () => {
      const methods = [...(await seller(`TEST-${site.id}-1`).paymentMethods.get())];
      assertShape('paymentMethods', methods);
      const ids = methods.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(ids.includes('visa') && ids.includes('master'));
    });

    it(`know the BIN of every official test card of ${site.id}, in six and in eight digits`, async () => {
      const { visa, master, debit, third, others } = site.testCards;
      for (const { number, methodId } of [visa, master, debit, third, ...others]) {
        for (const length of [6, 8]) {
          const { json } = await look(
            `/search?marketplace=NONE&status=active&bins=${number.slice(0, length)}`,
            site.id,
          );
          assertShape('searchedMethods', json);
          const { results } = json as { results: { id: string; settings: { card_number: { length: number } }[] }[] };
          assert.deepEqual(
            results.map(({ id, settings }) => [id, settings[0]?.card_number.length]),
            [[methodId, number.length]],
          );
        }
      }
    });

    it(`are known to the offline stand-in for the cards of ${site.id} as well`, async () => {
      const { visa, master, debit, third, others } = site.testCards;
      for (const { number, methodId } of [visa, master, debit, third, ...others]) {
        const { results } = await defaultAnswers.getPaymentMethods({ bin: number.slice(0, 8) });
        assert.deepEqual(
          results.map(({ id }) => id),
          [methodId],
        );
      }
    });

    it(`ask for the bank of some card of ${site.id}, and name the banks`, async () => {
      const { json } = await look(`/search?bins=${site.testCards.master.number.slice(0, 6)}`, site.id);
      const [method] = (json as { results: { id: string; additional_info_needed: string[] }[] }).results;
      assert.ok(method);
      assert.ok(method.additional_info_needed.includes('issuer_id'));
      const issuers = await look(`/card_issuers?payment_method_id=${method.id}`, site.id);
      assertShape('issuers', issuers.json);
      assert.ok((issuers.json as unknown[]).length > 2);
    });

    it(`describe the seller of ${site.id}`, async () => {
      const user = await seller(`TEST-${site.id}-1`).users.get();
      assert.deepEqual([user.site_id, user.country_id], [site.id, site.countryId]);
      assert.equal(typeof user.id, 'number');
    });
  }

  it('find nothing for an unknown BIN', async () => {
    const { status, json } = await look('/search?bins=411111');
    assert.deepEqual([status, json], [200, { paging: { total: 0, limit: 30, offset: 0 }, results: [] }]);
    assert.deepEqual((await look('/installments?bin=411111&amount=10')).json, []);
    assert.deepEqual((await look('/card_issuers?bin=411111&payment_method_id=visa')).json, []);
  });

  it('offer banks where the issuer has to be chosen', async () => {
    const { json } = await look('/card_issuers?bin=503175&payment_method_id=master');
    assertShape('issuers', json);
    const issuers = json as { id: string; name: string }[];
    assert.ok(issuers.length > 1);
    assert.deepEqual([issuers[0]?.id, issuers[1]?.name], ['24', 'Banco Santander']);
    const { json: found } = await look('/search?bins=503175');
    assert.ok(
      (found as { results: { additional_info_needed: string[] }[] }).results[0]?.additional_info_needed.includes(
        'issuer_id',
      ),
    );
  });

  it('price installments whose parts add up to the total, with legal labels in Argentina', async () => {
    const { json } = await look('/installments?bin=450995&amount=1000');
    assertShape('installments', json);
    const [offer] = json as [Installments];
    assert.deepEqual(
      offer.payer_costs.map(({ installments }) => installments),
      [1, 3, 6, 9, 12, 18],
    );
    for (const cost of offer.payer_costs) {
      assert.ok(cost.labels.some((label) => /^CFT_\d+,\d\d%\|TEA_\d+,\d\d%$/.test(label)));
      const sum = cost.installment_amount * cost.installments;
      assert.ok(Math.abs(sum - cost.total_amount) < 0.02, `${sum} is not ${cost.total_amount}`);
    }
  });

  it('recommend in the words of the locale', async () => {
    const message = async (site: string, bin: string, query = '') => {
      const { json } = await look(`/installments?bin=${bin}&amount=300${query}`, site);
      const [offer] = json as [Installments];
      return offer.payer_costs.map((cost) => cost.recommended_message.replace(/\s/g, ' ')).slice(0, 2);
    };
    assert.deepEqual(await message('MLA', '450995'), [
      '1 cuota de $ 300,00 ($ 300,00)',
      '3 cuotas de $ 100,00 ($ 300,00)',
    ]);
    assert.deepEqual(await message('MLB', '423564'), [
      '1 parcela de R$ 300,00 (R$ 300,00)',
      '2 parcelas de R$ 150,00 (R$ 300,00)',
    ]);
    assert.deepEqual(await message('MLB', '423564', '&locale=en-US'), [
      '1 installment of R$300.00 (R$300.00)',
      '2 installments of R$150.00 (R$300.00)',
    ]);
  });

  it('offer one installment for debit cards and for small amounts', async () => {
    for (const query of ['bin=528733&amount=1000', 'bin=450995&amount=5']) {
      const [offer] = (await look(`/installments?${query}`)).json as [Installments];
      assert.deepEqual(
        offer.payer_costs.map(({ installments }) => installments),
        [1],
      );
    }
  });

  it('keep to the method, the kind and the issuer that are asked for', async () => {
    const offers = async (query: string) =>
      (await look(`/installments?amount=100&${query}`)).json as { issuer: { id: number } }[];
    assert.equal((await offers('payment_method_id=visa')).length, 1);
    assert.equal((await offers('bin=450995&payment_type_id=debit_card')).length, 0);
    assert.equal((await offers('bin=450995&payment_method_id=master')).length, 0);
    assert.equal((await offers('bin=503175&issuer.id=310'))[0]?.issuer.id, 310);
    assert.equal((await offers('bin=503175&issuer_id=9')).length, 0);
  });

  it('refuse questions without what they need', async () => {
    for (const path of [
      '/installments?bin=450995',
      '/installments?amount=10',
      '/installments?bin=450995&amount=x',
      '/search',
      '/card_issuers',
    ]) {
      const { status, json } = await look(path);
      assert.equal(status, 400);
      assertShape('error', json);
    }
  });

  it('list the documents of a country; Mexico has none: 1004', async () => {
    for (const site of ['MLA', 'MLB', 'MLC', 'MCO', 'MLU', 'MPE']) {
      const types = [...((await seller(`TEST-${site}-1`).identificationTypes.list()) as unknown as object[])];
      assertShape('identificationTypes', types);
      assert.ok(types.length > 0);
    }
    const cpf = [...((await seller('TEST-MLB-1').identificationTypes.list()) as unknown as object[])][0];
    assert.deepEqual(withoutEnvelope(cpf ?? {}), {
      id: 'CPF',
      name: 'CPF',
      type: 'number',
      min_length: 11,
      max_length: 11,
    });
    await assert.rejects(seller('TEST-MLM-1').identificationTypes.list(), {
      status: 404,
      causes: [{ code: '1004', description: 'not found identification types', data: null }],
    });
  });
});
