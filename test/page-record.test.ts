import { expect, html } from '@open-wc/testing';
import { PROTOCOL } from '../src/page-record.js';
import { VERSION } from '../src/version.js';
import { visa } from './support/cards.js';
import { checkout } from './support/checkout.js';
import { afterTest, nextKey, ready } from './support/saved-cards-harness.js';
import { esAr } from './support/messages.js';

const KEYS = ['secure-fields', 'form-sends', 'script-submits'].map((name) => Symbol.for(`mp-saved-cards.${name}`));
const records = globalThis as unknown as Record<symbol, { protocol?: number; version?: string; shared?: object }>;

describe('two copies of the package on one page', () => {
  it('share records with protocol and version, and without a token', async () => {
    const widget = await ready(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`);
    await widget.tokenize();
    for (const key of KEYS) {
      expect(records[key]).to.include({ protocol: PROTOCOL, version: VERSION });
      for (const value of Object.values(records[key]?.shared ?? {})) {
        const members = value instanceof Set ? [...(value as Set<object>)] : [];
        for (const member of members) expect(Object.keys(member).join()).not.to.match(/token|entries|supply/i);
      }
    }
  });

  // Has to be the last test: a copy remembers the other one for as long as the page lives.
  it('with different protocols: the later one mounts no field, and its error names both versions', async () => {
    const kept = KEYS.map((key) => records[key]);
    KEYS.forEach((key) => (records[key] = { protocol: PROTOCOL + 1, version: '9.9.9', shared: {} }));
    afterTest(() => KEYS.forEach((key, index) => (records[key] = kept[index]!)));
    const { widget, pay, submits } = await checkout(
      html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`,
    );
    await widget.events.times('card-error');
    await widget.settled();
    expect(widget.standIn.fields).to.be.empty;
    expect(widget.notice).to.equal(esAr.unavailable);
    const error = await widget.tokenError();
    expect(error.code).to.equal('configuration');
    expect(error.message).to.contain(VERSION).and.to.contain('9.9.9');
    pay.click();
    await widget.events.times('card-error', 3);
    expect(submits).to.be.empty;
    expect((await widget.element.diagnose()).checks.find(({ id }) => id === 'versions')?.ok).to.equal(false);
  });
});
