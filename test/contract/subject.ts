/**
 * Chooses the build of MercadoPago.js that the contract tests run against. The README ("In your tests") says which of these
 * manners were seen on a real bundle, which were read in Mercado Pago's own code, and which are guessed.
 *
 * Without parameters it is the stand-in of `src/testing`, offline. The tests in this folder can run against any
 * other build of MercadoPago.js (those in `controls/` need the stand-in's controls):
 *
 *     CONTRACT_SDK=http://127.0.0.1:5174/js/v2 npx wtr --config test/contract/any-build.config.js
 *
 * | Variable | |
 * |---|---|
 * | `CONTRACT_SDK` | address of a script that defines `window.MercadoPago` |
 * | `CONTRACT_FIELDS_PAGE`, `CONTRACT_API` | without `CONTRACT_SDK`: Secure Fields page and API of the stand-in |
 * | `CONTRACT_PUBLIC_KEY`, `CONTRACT_CARD_ID` | a key, and a card of a customer of the same account |
 * | `ENGINES` | `chromium`, `firefox`, `webkit`, or several with commas |
 */
import { createMercadoPago, type MercadoPagoConstructor } from '../../src/testing/index.js';

export interface SubjectParameters {
  sdk?: string;
  fieldsPage?: string;
  apiBase?: string;
  publicKey?: string;
  cardId?: string;
}

declare global {
  interface Window {
    contractSubject?: SubjectParameters;
  }
}

const { sdk, publicKey, cardId, ...standInOptions } = window.contractSubject ?? {};

const byScript = async (address: string): Promise<MercadoPagoConstructor> => {
  const script = Object.assign(document.createElement('script'), { src: address });
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(script);
  });
  const { MercadoPago } = window as unknown as { MercadoPago?: MercadoPagoConstructor };
  if (!MercadoPago) throw new Error(`${address} defines no window.MercadoPago`);
  return MercadoPago;
};

/** One copy of the SDK for the whole page, as in a shop. */
export const MercadoPago = sdk === undefined ? createMercadoPago(standInOptions) : await byScript(sdk);

export const subject = { publicKey: publicKey ?? 'TEST-contract', cardId: cardId ?? '8940397939' };
