import { MpError } from '../errors.js';
import { pageRecord } from '../page-record.js';
import { keepRequestSubmit, methodOf } from './native-form.js';
import { allMembers, GET_REFUSED, lookFor, send, stateOf, type Passing } from './form-sends.js';

/*
 * Ways in which a script sends a form without a submit event: `form.submit()`, and jQuery's `.submit()` and
 * `.trigger('submit')`, which call the page's handlers by themselves.
 */

interface JQueryEvent {
  readonly namespace?: string;
  preventDefault(): void;
}

type Trigger = (this: unknown, event: JQueryEvent, ...data: unknown[]) => unknown;

/** The part of jQuery that is used, the same from 1.7 to 4. */
interface JQuery {
  (target: unknown): {
    on(type: string, handler: (event: unknown, request: { readonly status: number }) => void): void;
  };
  readonly Event: (type: string) => JQueryEvent;
  readonly event: {
    readonly special: Record<string, { trigger?: Trigger } | undefined>;
    trigger(event: JQueryEvent, data: readonly unknown[], target: Element): void;
  };
}

const record = () => pageRecord('script-submits', () => ({ isWrapped: false, libraries: new WeakSet<object>() }));

/** Delays what scripts send until the tokens are there. To be called again: a library may come at any time. */
export function watchScriptSubmits(): void {
  const known = record();
  keepRequestSubmit();
  if (!known.isWrapped) {
    wrapSubmit();
    wrapCheck('requestSubmit');
    wrapCheck('reportValidity');
  }
  known.isWrapped = true;
  const { jQuery, $ } = window as { jQuery?: unknown; $?: unknown };
  for (const library of [jQuery, $]) {
    if (!isJQuery(library) || known.libraries.has(library)) continue;
    known.libraries.add(library);
    hookJQuery(library);
  }
}

const isJQuery = (library: unknown): library is JQuery =>
  typeof library === 'function' &&
  typeof (library as Partial<JQuery>).event?.special === 'object' &&
  'jquery' in ((library as { fn?: object }).fn ?? {});

/** A form without an active element of ours is submitted as usual. */
function wrapSubmit(): void {
  const { submit } = HTMLFormElement.prototype;
  replace('submit', function (this: HTMLFormElement) {
    const { passing } = stateOf(this);
    const isGet = methodOf(this, null) === 'get';
    if (passing) {
      passing.isRefused = isGet;
      if (isGet) return;
      passing.isSent = methodOf(this, null) !== 'dialog';
      return submit.call(this);
    }
    const members = lookFor(this, 'token', 'stop');
    if (members.length === 0) return submit.call(this);
    if (isGet) return members.forEach((member) => member.refuse(new MpError('configuration', GET_REFUSED)));
    send(this, (sent) => {
      sent.isHandled = true;
      sent.isSent = methodOf(this, null) !== 'dialog';
      submit.call(this);
    });
  });
}

/** Leaves it as it is in a page that has frozen its natives. */
const replace = (name: string, method: unknown) => Reflect.set(HTMLFormElement.prototype, name, method);

/** A script has the form checked as a press of its button does: no event says so. */
function wrapCheck(name: 'requestSubmit' | 'reportValidity'): void {
  const check = HTMLFormElement.prototype[name] as (...options: unknown[]) => unknown;
  replace(name, function (this: HTMLFormElement, ...options: unknown[]): unknown {
    for (const member of allMembers()) if (member.form() === this) member.checking();
    return check.apply(this, options);
  });
}

/** The handlers of the page are to run once, when the token is there: jQuery asks this hook before it calls any of them. */
function hookJQuery($: JQuery): void {
  let isUnanswered = false;
  const special = ($.event.special['submit'] ??= {});
  const { trigger } = special;
  special.trigger = function (event, ...data) {
    const form = this instanceof HTMLFormElement ? this : undefined;
    const isHeld = form && !stateOf(form).passing && lookFor(form, 'token', 'stop').length > 0;
    if (!isHeld) return trigger?.call(this, event, ...data);
    let isNow = true;
    let hasPassed = false;
    send(form, (passing: Passing) => {
      passing.isHandled = hasPassed = true;
      $.event.trigger(isNow ? event : copyOf($, event), data, form);
    });
    isNow = false;
    // The code that made the event looks at it afterwards: nothing is sent now.
    if (!hasPassed) event.preventDefault();
    return false;
  };
  // WooCommerce's word for a payment that failed, of which it says no more than its page shows.
  $(document).on('checkout_error', () => {
    isUnanswered = false;
    // The same word for a request without an answer: jQuery reports that itself, before this turn ends.
    queueMicrotask(() => {
      for (const member of allMembers()) member.refused(!isUnanswered);
    });
  });
  $(document).on('ajaxError', (_event, { status }) => (isUnanswered = status === 0 || status >= 500));
}

/** The same event, to be triggered later: with what the page put into it, and without what the first trigger did. */
function copyOf($: JQuery, event: JQueryEvent): JQueryEvent {
  const copy = $.Event(['submit', event.namespace].filter(Boolean).join('.'));
  const own = Object.entries(event).filter(
    ([name]) => !(name in copy) && !/^(target|isTrigger|namespace|rnamespace|result)$/.test(name),
  );
  return Object.assign(copy, Object.fromEntries(own));
}
