import { expect } from '@open-wc/testing';
import { saidDuring } from './field-tools.js';
import { MercadoPago } from './subject.js';

const withKey = (key: unknown) => () => new MercadoPago(key as string);
const withOptions = (options: object) => () => new MercadoPago('TEST-contract', options);

describe('contract: new MercadoPago', () => {
  it('refuses a key that is no string and names its type', () => {
    expect(withKey(undefined)).to.throw('MercadoPago.js - Type of public_key must be string. Received undefined');
    expect(withKey(42)).to.throw('MercadoPago.js - Type of public_key must be string. Received number');
  });

  it('refuses a key with whitespace in it', () => {
    expect(withKey(' TEST-1')).to.throw('MercadoPago.js - Your public_key is invalid, as it contains whitespaces.');
  });

  it('accepts an empty key', () => {
    expect(withKey('')).not.to.throw();
  });

  for (const [name, options] of [
    ['a locale it does not know', { locale: 'fr-FR' }],
    ['a language without a country', { locale: 'es' }],
    ['advancedFraudPrevention that is no boolean', { advancedFraudPrevention: 'no' }],
    ['trackingDisabled that is no boolean', { trackingDisabled: 1 }],
  ] as const) {
    it(`refuses ${name}, and says so on the console`, async () => {
      const said = await saidDuring(() => {
        expect(withOptions(options)).to.throw('MercadoPago.js could not be loaded');
      });
      expect(said).to.have.length(1);
      expect(said[0]).to.match(/^MercadoPago\.js - Invalid options: /);
    });
  }

  for (const locale of ['es-AR', 'es-CL', 'es-CO', 'es-MX', 'es-VE', 'es-UY', 'es-PE', 'pt-BR', 'en-US']) {
    it(`accepts the locale ${locale}`, () => {
      expect(withOptions({ locale })).not.to.throw();
    });
  }

  it('does not judge the language of the page, its default locale', () => {
    const { lang } = document.documentElement;
    document.documentElement.lang = 'es';
    try {
      expect(withOptions({})).not.to.throw();
    } finally {
      document.documentElement.lang = lang;
    }
  });

  it('offers the methods that integrators call', () => {
    const mp = new MercadoPago('TEST-contract');
    for (const method of [
      'createCardToken',
      'getIdentificationTypes',
      'getInstallments',
      'getIssuers',
      'getPaymentMethods',
    ] as const) {
      expect(mp[method], method).to.be.a('function');
    }
    expect(mp.fields.create).to.be.a('function');
    expect(mp.fields.createCardToken).to.be.a('function');
  });
});
