import type { Feature } from '../core/feature.js';
import type { Change } from '../core/store.js';
import { CHALLENGE } from '../timeouts.js';
import type { ChallengeContext } from './context.js';
import type { Action, Challenge, State } from './state.js';

/** What a policy forbids when it keeps the bank's page out. */
const DIRECTIVES = ['frame-src', 'child-src', 'default-src', 'form-action'];

/** The bank's page in its frame: loads it, and notices what becomes of it. */
export class BankFrame implements Feature<State, Action> {
  readonly #context: ChallengeContext;
  #isPosted = false;
  /** The page's policy keeps the bank out: what loads is the browser's own error page. */
  #isForbidden = false;
  #pageTimeout: ReturnType<typeof setTimeout> | undefined;

  constructor(context: ChallengeContext) {
    this.#context = context;
  }

  hostConnected(): void {
    addEventListener('message', this.#handleMessage);
    document.addEventListener('securitypolicyviolation', this.#noticeViolation);
    // A frame that was moved has lost its page, and has loaded the empty one before the element is connected again.
    this.#isPosted = this.#isForbidden = false;
    this.#context.store.dispatch({ type: 'reconnected' });
    this.#wait();
    const frame = this.#context.frame();
    if (frame) this.#begin(frame);
  }

  hostDisconnected(): void {
    removeEventListener('message', this.#handleMessage);
    document.removeEventListener('securitypolicyviolation', this.#noticeViolation);
    clearTimeout(this.#pageTimeout);
  }

  changed({ before, after }: Change<State, Action>): void {
    if (after.challenge !== before.challenge) this.#isPosted = this.#isForbidden = false;
    if (after.page === before.page && after.challenge === before.challenge) return;
    this.#wait();
  }

  #wait(): void {
    const { challenge, page } = this.#context.store.state;
    clearTimeout(this.#pageTimeout);
    if (challenge && page === 'loading') this.#pageTimeout = setTimeout(this.#miss, CHALLENGE.page);
  }

  /** A frame has loaded a page: the bank's, or at first an empty one, from which `creq` is posted. */
  readonly handleLoad = (event: Event): void => {
    const isBegun = this.#begin(event.currentTarget as HTMLIFrameElement);
    if (isBegun && !this.#isForbidden) this.#context.store.dispatch({ type: 'page-shown' });
  };

  /** Posts `creq` from an empty frame; true when the frame has gone further. */
  #begin(frame: HTMLIFrameElement): boolean {
    const { challenge } = this.#context.store.state;
    const page = emptyPageOf(frame);
    if (page && challenge?.creq && !this.#isPosted) this.#post(page, challenge);
    return !page;
  }

  /**
   * By a form in the frame itself: a frame in a shadow tree is no target for a form outside of it. The empty page has the
   * policy of the shop's page.
   */
  #post(page: Document, { url, creq }: Challenge): void {
    this.#isPosted = true;
    page.addEventListener('securitypolicyviolation', this.#noticeViolation);
    const form = Object.assign(page.createElement('form'), { method: 'post', action: url });
    form.append(Object.assign(page.createElement('input'), { type: 'hidden', name: 'creq', value: creq }));
    page.body.append(form);
    form.submit();
  }

  readonly #miss = (): void => {
    this.#context.store.dispatch({ type: 'page-missing' });
  };

  readonly #noticeViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    const { challenge } = this.#context.store.state;
    if (!challenge || !DIRECTIVES.includes(effectiveDirective) || !URL.canParse(blockedURI)) return;
    if (new URL(blockedURI).origin !== new URL(challenge.url).origin) return;
    this.#isForbidden = true;
    this.#miss();
  };

  /** Any page may send any message, so that a message only causes a request for the payment's status. */
  readonly #handleMessage = ({ source, data }: MessageEvent): void => {
    const said = data as { status?: unknown } | null | undefined;
    if (said?.status === 'COMPLETE' && isInside(source, this.#context.frame()))
      this.#context.store.dispatch({ type: 'page-finished' });
  };
}

/** The page of a frame that has gone nowhere yet; that of another site cannot be seen. */
function emptyPageOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentWindow?.location.href === 'about:blank' ? frame.contentDocument : null;
  } catch {
    return null;
  }
}

/** Whether a message came from the frame, or from a frame inside it, as the pages of some banks are built. */
function isInside(source: MessageEventSource | null, frame: HTMLIFrameElement | null): boolean {
  const wanted = frame?.contentWindow;
  let place = source as Window | null;
  while (wanted && place && place !== wanted && place.parent !== place) place = place.parent;
  return !!wanted && place === wanted;
}
