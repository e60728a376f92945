import type { cardTokenEndpoint } from './card-token-endpoint.js';
import type { FieldRules, FieldTerms } from './field-rules.js';
import type { FieldProblem, MessageToFrame, TokenBody, TokenRequestMessage } from './protocol.js';
import type { FieldEventName, FieldOptions, FieldType, FieldUpdate } from './types.js';

/** The configuration of the page. Without `apiBase` it answers its own token requests. */
export interface SecureFieldsConfig {
  apiBase?: string;
}

/** What the primary frame reads from each frame for a token. */
interface Collected {
  field: FieldType;
  value: string;
  problems: FieldProblem[];
}

type SecureFieldsWindow = Window & { collectSecureField?: () => Collected };

/**
 * The script of the Secure Fields page, which shows one field in one frame. `secureFieldsHtml` inserts its source text into that
 * page, so it must use only its arguments and the globals of a browser.
 */
export function secureFieldsPage(
  config: SecureFieldsConfig,
  rules: FieldRules,
  offlineEndpoint: typeof cardTokenEndpoint,
): void {
  const input = document.querySelector('input');
  if (!input) return;
  let field: FieldType = 'securityCode';
  let parentOrigin = '';
  let lastProblems: string | undefined;
  let lastBin: string | null = null;
  const terms: FieldTerms = {};

  const styleNames =
    /^(color|font-(family|size|style|variant|weight)|height|width|text-align|placeholder-color|(margin|padding)(-(top|right|bottom|left))?)$/;
  const autocomplete: Record<FieldType, AutoFill> = {
    cardNumber: 'cc-number',
    securityCode: 'cc-csc',
    expirationMonth: 'cc-exp-month',
    expirationYear: 'cc-exp-year',
    expirationDate: 'cc-exp',
  };

  const notify = (message: FieldEventName, detail: object = {}) =>
    parent.postMessage({ message, data: { field, ...detail } }, parentOrigin);

  const applyStyle = (style: Record<string, string> = {}) => {
    for (const [key, value] of Object.entries(style)) {
      const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      if (styleNames.test(name)) input.style.setProperty(name === 'placeholder-color' ? `--${name}` : name, value);
    }
  };

  /** As in MercadoPago.js: no style, no empty placeholder, and no new judgement of what is typed. */
  const applyUpdate = ({ placeholder, settings, invalid }: FieldUpdate) => {
    if (placeholder) input.placeholder = placeholder;
    if (invalid !== undefined) input.setAttribute('aria-invalid', String(invalid));
    if (settings) {
      terms.settings = settings;
      input.maxLength = rules.maxLength(field, terms);
    }
  };

  const initialize = (type: FieldType, options: FieldOptions) => {
    field = input.id = input.name = type;
    terms.mode = options.mode;
    terms.enableLuhnValidation = options.enableLuhnValidation;
    input.autocomplete = autocomplete[type];
    input.maxLength = rules.maxLength(type, terms);
    if (options.srLabel !== undefined) input.setAttribute('aria-label', options.srLabel);
    if (options.ariaRequired !== undefined) input.setAttribute('aria-required', String(options.ariaRequired));
    for (const { src } of options.customFonts ?? []) {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: src }));
    }
    input.placeholder = options.placeholder ?? '';
    applyStyle(options.style);
    notify('ready');
  };

  const reportProblems = () => {
    const errorMessages = rules
      .problems(field, input.value, terms, false)
      .map(({ message, cause, details }) => ({ message, cause, details }));
    const asText = JSON.stringify(errorMessages);
    if (asText === lastProblems) return;
    lastProblems = asText;
    notify('validityChange', { errorMessages });
  };

  const reportBin = () => {
    const digits = input.value.replace(/\D/g, '');
    const bin = digits.length >= 8 ? digits.slice(0, 8) : null;
    if (bin === lastBin) return;
    lastBin = bin;
    notify('binChange', { bin });
  };

  const reformat = () => {
    const formatted = rules.format(field, input.value, terms);
    if (formatted === input.value) return;
    let digitsBefore = input.value.slice(0, input.selectionStart ?? 0).replace(/\D/g, '').length;
    input.value = formatted;
    let caret = 0;
    while (digitsBefore > 0) if (/\d/.test(formatted[caret++] ?? '0')) digitsBefore--;
    input.setSelectionRange(caret, caret);
  };

  const tokenBody = ({ nonPCIData }: TokenRequestMessage, collected: Collected[]): TokenBody => {
    const value = (type: FieldType) => collected.find((entry) => entry.field === type)?.value ?? '';
    const code = value('securityCode');
    const withCode = code === '' ? {} : { security_code: code };
    if (nonPCIData.card_id !== undefined) return { ...nonPCIData, ...withCode };
    const [month = '', year = ''] = value('expirationDate').split('/');
    const number = value('cardNumber').replace(/ /g, '');
    const expirationMonth = value('expirationMonth') || month;
    const expirationYear = value('expirationYear') || year;
    return {
      ...nonPCIData,
      ...withCode,
      ...(number && { card_number: number }),
      ...(expirationMonth && { expiration_month: Number(expirationMonth) }),
      ...(expirationYear && { expiration_year: rules.fullYear(expirationYear) }),
    };
  };

  const send = (request: TokenRequestMessage, body: TokenBody) => {
    if (config.apiBase === undefined) {
      return offlineEndpoint(request.query.public_key ?? '', body, request.offline ?? { now: Date.now() });
    }
    const path = request.token === undefined ? '' : `/${encodeURIComponent(request.token)}`;
    return fetch(`${config.apiBase}/v1/card_tokens${path}?${new URLSearchParams(request.query)}`, {
      method: request.token === undefined ? 'POST' : 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  };

  /** No value leaves the frames: the primary one reads the other frames by name and sends the request itself. */
  const answerTokenRequest = async (request: TokenRequestMessage, port: MessagePort) => {
    try {
      const frames = parent.frames as unknown as Record<string, SecureFieldsWindow | undefined>;
      const collected = request.createdFields.flatMap((name) => frames[name]?.collectSecureField?.() ?? []);
      const problems = collected.flatMap((entry) => entry.problems);
      const body = tokenBody(request, collected);
      if (problems.length === 0 && body.expiration_month !== undefined && body.expiration_year !== undefined) {
        problems.push(...rules.expired(body.expiration_month, body.expiration_year));
      }
      if (problems.length > 0) return port.postMessage({ error: problems });
      const response = await send(request, body);
      if (response.status === 204) return port.postMessage(undefined);
      const unreadable = { message: 'Could not create card_token. Try again later...', status: response.status };
      const json: unknown = await response.json().catch(() => Promise.reject(unreadable));
      port.postMessage(response.ok ? json : { error: json });
    } catch (error) {
      port.postMessage({ error });
    }
  };

  (window as SecureFieldsWindow).collectSecureField = () => ({
    field,
    value: input.value,
    problems: rules.problems(field, input.value, terms, true),
  });

  input.addEventListener('focus', () => notify('focus'));
  input.addEventListener('blur', () => notify('blur'));
  input.addEventListener('paste', () => notify('paste'));
  input.addEventListener('input', () => {
    reformat();
    notify('change');
    if (field === 'cardNumber') reportBin();
    reportProblems();
  });

  addEventListener('message', (event: MessageEvent<MessageToFrame>) => {
    if (event.source !== parent) return;
    const { data } = event;
    if (data.message === 'initialize') {
      parentOrigin = event.origin;
      initialize(data.field, data.options);
    } else if (event.origin !== parentOrigin) return;
    else if (data.message === 'update') applyUpdate(data.options);
    else if (data.message === 'focus') input.focus();
    else if (data.message === 'blur') input.blur();
    else if (event.ports[0]) void answerTokenRequest(data, event.ports[0]);
  });
}
