import { CoreMethods } from './core-methods.js';
import { CurrentSecureFields, type Identity, SecureFields } from './fields.js';
import type { StandInOptions } from './options.js';
import { createSdk, isLegacy, type Sdk, warn } from './sdk.js';
import type { Fields, MercadoPagoConstructor, MercadoPagoOptions } from './types.js';

const LOCALES = ['es-AR', 'es-CL', 'es-CO', 'es-MX', 'es-VE', 'es-UY', 'es-PE', 'pt-BR', 'en-US'];

const OPTION_TYPES: Record<string, string> = {
  advancedFraudPrevention: 'boolean',
  trackingDisabled: 'boolean',
  frontEndStack: 'string',
  siteId: 'string',
};

/** MercadoPago.js as a constructor, bound to no window. `installMercadoPago` adds the controls that a test wants. */
export function createMercadoPago(options: StandInOptions = {}): MercadoPagoConstructor {
  return mercadoPagoOf(createSdk(options));
}

/** The constructor of one copy of the SDK. */
export function mercadoPagoOf(sdk: Sdk): MercadoPagoConstructor {
  return class MercadoPago extends CoreMethods {
    readonly fields: Fields;

    constructor(publicKey: string, options: MercadoPagoOptions = {}) {
      sdk.controls.record('MercadoPago', publicKey, options);
      checkPublicKey(publicKey);
      checkOptions(options);
      sdk.last = { publicKey, locale: options.locale };
      const identity = identityOf(sdk, sdk.last);
      super(sdk, identity);
      this.fields = sdk.options.oldBuild ? new SecureFields(sdk, identity) : new CurrentSecureFields(sdk, identity);
    }
  };
}

function identityOf(sdk: Sdk, own: Sdk['last']): Identity {
  const current = () => (isLegacy(sdk.options) ? sdk.last : own);
  return {
    get publicKey() {
      return current().publicKey;
    },
    query() {
      return {
        public_key: this.publicKey,
        locale: current().locale ?? (document.documentElement.lang || navigator.language),
        js_version: '2.0.0',
        referer: location.origin,
      };
    },
  };
}

function checkPublicKey(publicKey: unknown): void {
  if (typeof publicKey !== 'string') {
    throw new Error(`MercadoPago.js - Type of public_key must be string. Received ${typeof publicKey}`);
  }
  if (/\s/.test(publicKey)) {
    throw new Error('MercadoPago.js - Your public_key is invalid, as it contains whitespaces.');
  }
}

function checkOptions(options: MercadoPagoOptions): void {
  const invalid = Object.entries(options).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined) return [];
    if (name === 'locale' && !(LOCALES as unknown[]).includes(value))
      return [`${name} should be one of ${LOCALES.join(', ')}`];
    const type = OPTION_TYPES[name];
    return type !== undefined && typeof value !== type ? [`${name} should be a ${type}`] : [];
  });
  if (invalid.length === 0) return;
  warn('Invalid options: ', invalid);
  throw new Error('MercadoPago.js could not be loaded');
}
