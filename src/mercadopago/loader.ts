import { loadMercadoPago } from '@mercadopago/sdk-js';
import { MpError, toMpError } from '../errors.js';
import { TIMEOUT } from '../timeouts.js';
import { sdkOptions } from './sdk-options.js';
import type { VendorConstructor } from './vendor.js';
import { withTimeout } from './with-timeout.js';

const OFFICIAL_URL = 'https://sdk.mercadopago.com/js/v2';

let loading: Promise<VendorConstructor> | undefined;
let attempted = false;

/**
 * The `MercadoPago` class, loaded once for the page. A failure is forgotten, so the next call is a real new attempt.
 *
 * @throws MpError `sdk-blocked`, `sdk-timeout`, `sdk-broken`
 */
export function loadSdk(): Promise<VendorConstructor> {
  loading ??= withTimeout(
    load(),
    TIMEOUT.script,
    () => new MpError('sdk-timeout', 'MercadoPago.js took too long to load.'),
  )
    .catch((cause: unknown) => {
      throw toMpError(cause, 'sdk-blocked', 'MercadoPago.js could not be loaded.');
    })
    .finally(() => {
      loading = undefined;
    });
  return loading;
}

async function load(): Promise<VendorConstructor> {
  if (!isLoaded()) await runScript();
  if (!isLoaded()) throw new MpError('sdk-broken', 'The script was loaded, but window.MercadoPago is not a class.');
  return window.MercadoPago as VendorConstructor;
}

/** Checks for a class: an element with the id `MercadoPago` creates a global of that name too. */
const isLoaded = () => typeof window.MercadoPago === 'function';

async function runScript(): Promise<void> {
  const { url = OFFICIAL_URL, nonce } = sdkOptions();
  const isRetry = attempted;
  attempted = true;
  // The official loader has one fixed URL, sets no nonce, and rejects for ever after one failure.
  if (isRetry || nonce || url !== OFFICIAL_URL) return runScriptTag(url, nonce, isRetry);
  try {
    await loadMercadoPago();
  } catch (error) {
    // It assigns a plain string to `src`, which throws under enforced Trusted Types.
    if (error instanceof TypeError) return runScriptTag(url, nonce, isRetry);
    if (!String(error).includes('not available')) throw error;
  }
}

/** Waits for a script tag of the page with this URL, or inserts one. */
function runScriptTag(url: string, nonce: string | undefined, isRetry: boolean): Promise<void> {
  const { href } = new URL(url, document.baseURI);
  let script = [...document.scripts].find((tag) => tag.src.startsWith(href));
  if (isRetry) {
    script?.remove(); // it failed, and fires no further event
    script = undefined;
  }
  return new Promise((resolve, reject) => {
    const tag = script ?? document.createElement('script');
    tag.addEventListener('load', () => resolve());
    tag.addEventListener('error', reject);
    if (script) return;
    if (nonce) tag.nonce = nonce;
    tag.async = true;
    tag.src = trustedUrl(url);
    document.head.append(tag);
  });
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

function trustedUrl(url: string): string {
  const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
  policy ??= factory?.createPolicy('mp-saved-cards', { createScriptURL: (address) => address });
  return (policy?.createScriptURL(url) ?? url) as string;
}
