import { aTimeout, expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { configureSdk, type MpError } from '../../src/elements.js';
import { mastercard, visa } from '../support/cards.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { afterTest, mountPage, nextKey, type MountOptions } from '../support/mount-page.js';

interface Fault {
  readonly key?: string;
  readonly shop?: () => ScriptedMerchant;
  readonly options?: MountOptions;
  readonly before?: () => void;
}

const blocked = (): void => {
  configureSdk({ url: `/no-such-script.js?${nextKey()}` });
  afterTest(() => configureSdk({ url: 'https://sdk.mercadopago.com/js/v2' }));
};

const ofMercadoPago: [code: string, fault: Fault][] = [
  ['sdk-blocked', { options: { standIn: null }, before: blocked }],
  ['configuration', { key: 'no key' }],
  ['field-timeout', { options: { before: (standIn) => (standIn.readiness = 'load-error') } }],
];
const ofTheShop: [code: string, fault: Fault][] = [
  ['endpoint-status', { shop: () => new ScriptedMerchant().status(500) }],
  ['signed-out', { shop: () => new ScriptedMerchant().status(401) }],
  ['protocol', { shop: () => new ScriptedMerchant().cards({ data: [] }) }],
];

type Make = (fault: Fault, pressed: Promise<void>) => TemplateResult;

const list: Make = ({ key = nextKey(), shop }, pressed) => {
  const { fetch } = shop?.() ?? new ScriptedMerchant().cards([visa, mastercard]);
  const later: typeof fetch = async (...request) => pressed.then(() => fetch(...request));
  return html`<mp-saved-cards required public-key=${key} endpoint="/cards" .fetch=${later}></mp-saved-cards>`;
};
const form: Make = ({ key = nextKey() }) => html`<mp-add-card open intent="pay" public-key=${key}></mp-add-card>`;

const rows: [tag: string, make: Make, faults: [code: string, fault: Fault][]][] = [
  ['mp-saved-cards', list, [...ofMercadoPago, ...ofTheShop]],
  ['mp-add-card', form, ofMercadoPago],
];

describe('a press of Pay that a fault keeps from being sent', () => {
  for (const [tag, make, faults] of rows) {
    for (const [code, fault] of faults) {
      for (const when of ['was there before', 'comes meanwhile'] as const) {
        it(`is reported once by <${tag}>: ${code}, which ${when}`, async () => {
          fault.before?.();
          let press!: () => void;
          const pressed = new Promise<void>((resolve) => (press = resolve));
          if (when === 'was there before') press();
          const { page, events, log } = await mountPage(
            html`<form novalidate method="post">${make(fault, pressed)}<button>Pay</button></form>`,
            fault.options,
          );
          const reports = () => events.of<{ error: MpError; phase: string }>('card-error');
          if (when === 'was there before') await events.times('card-error');
          const before = reports().length;
          const pay = page.querySelector('button')!;
          for (const nth of [1, 2]) {
            pay.click();
            await aTimeout(0);
            press();
            await events.times('card-error', before + nth);
            await aTimeout(20); // for a second report
            const seen = reports().slice(before);
            expect(seen.map(({ error }) => error.code)).to.deep.equal(Array(nth).fill(code));
          }
          const phases = reports()
            .slice(before)
            .map(({ phase }) => phase);
          // A fault that comes before a token is asked for is the list's or the field's own.
          const first = when === 'was there before' || code === 'sdk-blocked' ? 'token' : /list|field|sdk|token/;
          expect(phases[0]).to.match(new RegExp(first));
          expect(phases[1]).to.equal('token');
          expect(log.of('error').length).to.be.at.most(code === 'configuration' ? 3 : 0);
        });
      }
    }
  }
});
