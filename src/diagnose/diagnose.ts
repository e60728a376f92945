import { decodeAmount } from '../card/amount.js';
import type { SavedCard } from '../card/saved-card.js';
import { MpError, preventsSecureFields, toMpError, type MpErrorCode } from '../errors.js';
import { checkCountry, checkPolicy, embedderProblem, keyProblem } from '../mercadopago/diagnosis-checks.js';
import { pageFieldProblem } from '../mercadopago/mount-point.js';
import { connectSdk } from '../mercadopago/payment-sdk.js';
import { listCards } from '../merchant/client.js';
import { VERSION } from '../version.js';
import { versionClash } from '../page-record.js';
import { merchantEndpoint, type EndpointSettings } from '../core/merchant-endpoint.js';

/** What was checked. */
export type DiagnosisId =
  | 'place'
  | 'public-key'
  | 'script'
  | 'account'
  | 'country'
  | 'field'
  | 'policy'
  | 'endpoint'
  | 'amount'
  | 'names'
  | 'versions'
  | 'sending';

/** The result of one check. */
export interface DiagnosisCheck {
  readonly id: DiagnosisId;
  /** `null`: not known, because the check does not apply here or something else has to be fixed first. */
  readonly ok: boolean | null;
  /** What is wrong and how to fix it, or why the result is not known; otherwise empty. In English, for developers. */
  readonly message: string;
}

/** What is right and wrong with an integration. It contains no personal data, so it can be shared. */
export interface Diagnosis {
  /** Version of this package. */
  readonly version: string;
  /** True when no check found anything wrong. */
  readonly ok: boolean;
  readonly checks: readonly DiagnosisCheck[];
}

/** The Secure Fields of an element: ready, loading, in use by another element (`away`), not needed now, or failed. */
export type FieldsStatus = 'ready' | 'opening' | 'away' | 'unused' | MpError;

/** What is known of the form around the element. */
export interface FormFindings {
  /** A name that the form has already, or a second element that pays in it. */
  readonly clash: string;
  readonly wasReadEarly: boolean;
  readonly saysGet: boolean;
  readonly refusal: MpError | undefined;
}

/** How a page set up an element: the input of the checks. */
export interface Integration {
  readonly settings: EndpointSettings & { readonly publicKey: string; readonly amount: string | number };
  readonly sdkLocale: string;
  readonly form: FormFindings;
  /** False where the element does not load MercadoPago.js. */
  readonly needsSdk: boolean;
  /** False where the page passes the cards itself. */
  readonly needsEndpoint: boolean;
  /** The element is neither disabled nor hidden. */
  readonly isActive: boolean;
  readonly card: SavedCard | null;
  readonly fields: FieldsStatus;
}

const CARDS = 'Answer the JSON of GET /v1/customers/{id}/cards.';
const READ_EARLY =
  'Something read the form while a card was chosen and no token was made. If that was a payment (a bundled jQuery, a saved reference to form.submit, a click handler that reads the form), call tokenize() first.';
const GET_UNLESS_PREVENTED =
  'The form has the method GET: it can be sent only by a script that prevents its submit. Otherwise give it method="post".';
const POLICY = "Compare the page's Content-Security-Policy with the README's, and try without an ad blocker.";

/** Fixes for errors whose message does not name one. */
const FIXES: Partial<Record<MpErrorCode, string>> = {
  'sdk-blocked': POLICY,
  'sdk-timeout': POLICY,
  'sdk-broken': 'Look for other code that sets window.MercadoPago, and for an old script of Mercado Pago.',
  'field-timeout': `secure-fields.mercadopago.com has to be in frame-src and in connect-src. ${POLICY}`,
  'field-lost':
    'The page must not change the children of the element; a framework that renders them again removes the frame.',
  'endpoint-network': 'Look at its address; one of another origin has to allow this page (CORS).',
  'endpoint-timeout': 'Look at your server.',
  'endpoint-status': CARDS,
  'signed-out': 'Send the session along: another origin needs requestInit = {credentials: "include"}.',
  protocol: CARDS,
};

/** Runs a check. It throws what is wrong, and returns `false` or the reason as text when the result is not known. */
async function runCheck(id: DiagnosisId, check: () => unknown, blocked?: string): Promise<DiagnosisCheck> {
  try {
    const result = await check();
    const message = typeof result === 'string' ? result : '';
    return { id, ok: result === false || message ? null : true, message };
  } catch (error) {
    const { code, message } = toMpError(error, 'configuration', `${id} could not be checked.`);
    const fix = blocked && preventsSecureFields(code) ? blocked : (FIXES[code] ?? '');
    return { id, ok: false, message: `${message} ${fix}`.trim() };
  }
}

const wrong = (message: string): never => {
  throw new MpError('configuration', message);
};

/** Runs all checks. They create no token and no field, and change nothing. */
export async function diagnose(integration: Integration): Promise<Diagnosis> {
  const { settings, sdkLocale, fields, card, needsSdk, needsEndpoint } = integration;
  const problem = needsSdk ? keyProblem(settings.publicKey) : undefined;
  const connecting = needsSdk && !problem ? connectSdk(settings.publicKey, sdkLocale) : undefined;
  const connected = connecting?.catch(() => undefined);
  const { clash, wasReadEarly, saysGet, refusal } = integration.form;
  const hasFailed = fields instanceof Error || (connecting && !(await connected));
  const blocked = hasFailed ? await embedderProblem() : undefined;
  const checks = await Promise.all([
    runCheck('place', () => integration.isActive || 'The element is disabled or hidden, and takes no part.'),
    runCheck('public-key', () => needsSdk && problem && wrong(problem)),
    runCheck('script', async () => Boolean(await connecting), blocked),
    runCheck('account', async () => Boolean(await (await connected)?.identificationTypes())),
    runCheck('country', async () => {
      const sdk = await connected;
      return sdk && card ? checkCountry(sdk, card) : false;
    }),
    runCheck(
      'field',
      () => {
        if (needsSdk && fields instanceof Error) throw fields;
        const own = needsSdk && pageFieldProblem();
        if (own) wrong(own);
        return needsSdk && (fields === 'ready' || `The Secure Fields are ${fields as string}.`);
      },
      blocked,
    ),
    runCheck('policy', () => (blocked ? wrong(blocked) : checkPolicy())),
    runCheck('endpoint', () => needsEndpoint && listCards(merchantEndpoint(settings), new AbortController().signal)),
    runCheck('amount', () => decodeAmount(settings.amount) !== ''),
    runCheck('names', () => clash && wrong(clash)),
    runCheck('versions', () => {
      const message = versionClash();
      return !message || wrong(message);
    }),
    runCheck('sending', () => {
      if (wasReadEarly) wrong(READ_EARLY);
      if (refusal) throw refusal;
      return !saysGet || GET_UNLESS_PREVENTED;
    }),
  ]);
  return { version: VERSION, ok: checks.every(({ ok }) => ok !== false), checks };
}
