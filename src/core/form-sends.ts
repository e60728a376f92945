import { MpError } from '../errors.js';
import { pageRecord } from '../page-record.js';
import { eventRootOf, methodOf } from './native-form.js';

/** What sending a form means to one of our elements in it. */
export type Demand =
  /** Nothing: it is hidden, disabled, or nothing is to be paid here. */
  | 'none'
  /** It has no token to give and stops the submit: a new card is to be saved first. */
  | 'stop'
  /** The submit has to carry its token. */
  | 'token'
  /** The payment is made. */
  | 'paid';

/** One of our elements in a form, as those who send the form know it. */
export interface FormMember {
  readonly element: HTMLElement;
  form(): HTMLFormElement | null;
  /** Reads again whether it takes part: the page may have hidden or closed it without an event. */
  look(): void;
  /** What a submit means to it, as of the last look. */
  demand(): Demand;
  /** The token is there and its entries can be written. */
  isPrepared(): boolean;
  /** False while the page has just set properties, which may change what is prepared. */
  isSettled(): boolean;
  /** Sees to it that there is a token; false when the submit must stop (the shopper has been shown why). */
  prepare(): Promise<boolean>;
  /** Writes the entries into the form, also where the page hides or disables the element to show progress. */
  give(): void;
  /** The form was submitted with the entries. `isSent`: nothing prevented it, so that the browser is on its way. */
  submitted(isSent: boolean): void;
  /** A submit was blocked: it would pay again. */
  blocked(): void;
  /** The browser's check of the form follows in this turn, and the shopper is to see what is missing. */
  checking(): void;
  /** The form cannot be sent in this way. */
  refuse(error: MpError): void;
  /**
   * The shop's page says that the payment failed, and not why.
   *
   * @param isAnswered false where the shop's server did not answer: then nothing is known
   */
  refused(isAnswered: boolean): void;
}

/** What is under way in one form. */
interface FormState {
  /** The send that waits for tokens; compared by identity with a later one. */
  pending?: object | undefined;
  /** A submit that nothing prevented went to the shop: a further one would pay again. */
  isSent?: boolean;
  /** A submit button, or Enter, was pressed in this turn. */
  isPressed?: boolean;
  /** The first control that the check of this turn has found not valid. */
  firstInvalid?: Element | undefined;
  /** Our own submit, while the page's listeners get it. */
  passing?: Passing | undefined;
}

export interface Passing {
  event?: SubmitEvent | undefined;
  /** A script sent the form meanwhile, which causes no event. */
  isSent: boolean;
  /** It was stopped: the token would have been in the address. */
  isRefused: boolean;
  /** A library called the page's handlers by itself, which causes no event. */
  isHandled?: boolean;
}

interface FormSends {
  readonly members: Set<FormMember>;
  readonly forms: WeakMap<HTMLFormElement, FormState>;
}

const record = (): FormSends => pageRecord('form-sends', () => ({ members: new Set(), forms: new WeakMap() }));

export const GET_REFUSED = 'A form with method="get" would put the token into the address. Give it method="post".';

export function stateOf(form: HTMLFormElement): FormState {
  const { forms } = record();
  const state = forms.get(form) ?? {};
  forms.set(form, state);
  return state;
}

export const join = (member: FormMember): Set<FormMember> => record().members.add(member);
export const leave = (member: FormMember): boolean => record().members.delete(member);

/** All of our elements on the page. */
export const allMembers = (): readonly FormMember[] => [...record().members];

/** Looks at our elements in this form, and gives those that want this of a submit, in the order in which they are in the page. */
export function lookFor(form: HTMLFormElement, ...demands: readonly Demand[]): FormMember[] {
  const members = allMembers().filter((member) => member.form() === form);
  for (const member of members) member.look();
  const wanting = members.filter((member) => demands.includes(member.demand()));
  return wanting.sort(({ element: a }, { element: b }) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

/**
 * Sends the form by `go` once the tokens of all our elements in it are there. A further send meanwhile is dropped, and one
 * after a submit that went to the shop is blocked: each of them would pay again.
 *
 * @param during the event that is being dispatched; the browser submits no form before its end
 */
export function send(form: HTMLFormElement, go: (passing: Passing) => void, during?: Event): void {
  const state = stateOf(form);
  if (state.pending) return;
  const members = lookFor(form, 'token', 'stop');
  if (state.isSent) return members.forEach((member) => member.blocked());
  const isReady = members.every((member) => member.isPrepared() && member.isSettled());
  if (!during && isReady) return pass(form, members, go);
  void waitThenPass(form, state, go, during);
}

async function waitThenPass(
  form: HTMLFormElement,
  state: FormState,
  go: (passing: Passing) => void,
  during: Event | undefined,
): Promise<void> {
  const pending = (state.pending = {});
  try {
    const prepared = await prepareAll(form);
    if (during && during.eventPhase !== Event.NONE) await nextTask();
    // Another send may wait by now: the shopper left the page and came back, or pressed another button and then Pay.
    if (state.pending !== pending) return;
    state.pending = undefined;
    const lost = prepared?.filter((member) => member.form() !== form || !member.isPrepared());
    if (!prepared || !lost) return;
    if (lost.length === 0) pass(form, prepared, go);
    for (const member of lost)
      member.refuse(new MpError('aborted', 'The token was given up before the form was sent.'));
  } finally {
    if (state.pending === pending) state.pending = undefined;
  }
}

/** Asks one element after the other, also one that comes into the form meanwhile: they share the fields of MercadoPago.js. */
async function prepareAll(form: HTMLFormElement): Promise<FormMember[] | undefined> {
  const prepared: FormMember[] = [];
  for (;;) {
    const open = lookFor(form, 'token', 'stop').filter((member) => !prepared.includes(member));
    const member = open.find((each) => each.demand() === 'stop') ?? open[0];
    if (!member) return prepared;
    if (!(await member.prepare())) return undefined;
    prepared.push(member);
  }
}

/** Events by which page libraries announce a request in place of a submit. */
const FETCHES = ['turbo:before-fetch-request', 'htmx:configRequest'];

/** Not a timer: those are late in a page in the background. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

function pass(form: HTMLFormElement, members: readonly FormMember[], go: (passing: Passing) => void): void {
  const state = stateOf(form);
  const root = eventRootOf(form);
  const passing: Passing = (state.passing = { isSent: false, isRefused: false });
  for (const member of members) member.give();
  // Decided after the page's listeners: an app that prevents the submit needs no method. This one is added last.
  const refuseGet = (event: Event) => {
    const { submitter } = event as SubmitEvent;
    if (event !== passing.event || passing.isHandled || event.defaultPrevented || methodOf(form, submitter) !== 'get')
      return;
    event.preventDefault();
    passing.isRefused = true;
  };
  // Turbo and htmx stop the event, and send by fetch in its place.
  const refuseFetch = (event: Event) => {
    const { fetchOptions, verb } =
      (event as CustomEvent<{ fetchOptions?: { method?: string }; verb?: string }>).detail ?? {};
    if (event.target !== form || !/^get$/i.test(fetchOptions?.method ?? verb ?? '')) return;
    event.preventDefault();
    passing.isRefused = true;
  };
  root.addEventListener('submit', refuseGet);
  for (const type of FETCHES) document.addEventListener(type, refuseFetch, { capture: true });
  try {
    go(passing);
  } finally {
    root.removeEventListener('submit', refuseGet);
    for (const type of FETCHES) document.removeEventListener(type, refuseFetch, { capture: true });
    state.passing = undefined;
  }
  const { event, isRefused, isHandled } = passing;
  if (isRefused) return members.forEach((member) => member.refuse(new MpError('configuration', GET_REFUSED)));
  if (!event && !isHandled && !passing.isSent) return; // another field of the form is not valid: the tokens wait
  const isLeaving = event && !event.defaultPrevented && methodOf(form, event.submitter) !== 'dialog';
  state.isSent = passing.isSent || isLeaving === true;
  for (const member of members) member.submitted(state.isSent);
}

/**
 * True while the browser itself collects the entries, after all listeners: one that reads the form is still the event's
 * current target. (Firefox does so in the middle of the event's last phase, other engines after it.)
 */
export const isCollecting = ({ event }: Passing): boolean =>
  event !== undefined && event.currentTarget === null && !event.defaultPrevented;
