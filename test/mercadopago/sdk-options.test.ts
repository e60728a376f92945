import { expect } from '@open-wc/testing';
import { optionsOf } from '../../src/mercadopago/sdk-options.js';

const tag = (markup: string): HTMLScriptElement => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content.querySelector('script')!;
};

describe('the options of our script tag', () => {
  const cases: [markup: string, options: object][] = [
    ['<script src="x.js"></script>', {}],
    ['<script src="x.js" nonce="r4nd0m"></script>', { nonce: 'r4nd0m' }],
    ['<script src="x.js" data-nonce="r4nd0m"></script>', { nonce: 'r4nd0m' }],
    ['<script src="x.js" data-tracking-disabled></script>', { trackingDisabled: true }],
    ['<script src="x.js" data-tracking-disabled="true"></script>', { trackingDisabled: true }],
    ['<script src="x.js" data-advanced-fraud-prevention="false"></script>', { advancedFraudPrevention: false }],
    // Neither the tag nor an element takes the address of a script.
    ['<script src="x.js" data-url="https://evil.example/sdk.js"></script>', {}],
  ];
  for (const [markup, options] of cases)
    it(`of ${markup} are ${JSON.stringify(options)}`, () => expect(optionsOf(tag(markup))).to.deep.equal(options));

  it('of a module, which has no tag to be asked, are none', () => expect(optionsOf(null)).to.deep.equal({}));
});
