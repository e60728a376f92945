import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { paymentOutcome } from '../card/outcome.js';
import { finished, outcomeMessage } from '../i18n/outcome-message.js';
import type { ChallengeMessages } from '../i18n/messages.js';
import type { PaymentStatus } from '../merchant/payment-status.js';
import { action, notice, type Notice } from '../ui/notice.js';
import { isRunning } from './reducer.js';
import type { Challenge, State } from './state.js';

export interface View {
  readonly state: State;
  readonly messages: ChallengeMessages;
  readonly on: {
    readonly load: (event: Event) => void;
    readonly open: () => void;
    readonly close: () => void;
    readonly check: () => void;
  };
}

/** A single failed request is not shown: the next one follows soon. */
const FAILURES_SHOWN = 2;

/** The code's rule is not needed here: no sentence of a challenge asks for the code. */
const NO_CODE = { length: 0, location: 'back', mode: 'optional' } as const;

/** There is nothing to choose or to type here. */
const LACKS = { code: true, installments: true, form: true } as const;

/** The page's part, and the dialog above it while the bank asks. */
export const view = (all: View): TemplateResult =>
  html`${all.state.challenge || all.state.isMisconfigured ? notice({ id: 'notice', ...noticeOf(all) }) : nothing}
  ${isRunning(all.state) ? dialog(all, all.state.challenge!) : nothing}`;

function noticeOf({ state, messages, on }: View): Notice {
  if (state.isMisconfigured) return { title: messages.paymentUnknown, text: messages.lookBeforePaying };
  if (state.answer) return ending(messages, state.answer);
  const news = newsOf(state, messages);
  if (state.isOver) {
    const title = messages.confirmationMissing;
    const text = `${messages.lookBeforePaying} ${news}`.trim();
    return { kind: 'plain', title, text, way: action(messages.checkPayment, on.check) };
  }
  const text = news || (state.isOpen ? messages.bankSteps : messages.bankUndecided);
  const way = state.isOpen ? undefined : action(messages.continueWithBank, on.open);
  return { kind: 'plain', title: messages.paymentChallenge, text, way };
}

/** The final status from the shop. Nothing is said about the charge before that. */
function ending(messages: ChallengeMessages, { status, statusDetail }: PaymentStatus): Notice {
  const outcome = paymentOutcome({ status, status_detail: statusDetail });
  const words = outcome && outcomeMessage(messages, outcome, NO_CODE, false, LACKS);
  const kind = outcome?.kind === 'approved' ? 'success' : outcome?.kind === 'refused' ? undefined : 'plain';
  return { kind, title: words?.title || messages.paymentEnded, text: finished(messages, words?.text ?? '') };
}

/** Progress or failure of the requests to the shop; empty when there is nothing to say. */
function newsOf({ failure, failures, isFinished, isChecking }: State, messages: ChallengeMessages): string {
  if (isChecking) return messages.checkingPayment;
  if (failure === 'signed-out') return messages.signInAgain;
  if (failures >= FAILURES_SHOWN) return messages.checkFailed;
  return isFinished ? messages.checkingPayment : '';
}

function dialog({ state, messages, on }: View, challenge: Challenge): TemplateResult {
  const news = newsOf(state, messages) || pageNews(state, messages);
  return html`<dialog
    part="dialog"
    aria-labelledby="title"
    aria-describedby="steps"
    @close=${({ target }: Event) => hasClosed(target as HTMLDialogElement) && on.close()}
  >
    <div class="head">
      <h2 id="title">${messages.paymentChallenge}</h2>
      <button class="quiet" type="button" part="action" @click=${on.close}>${messages.closeBankPage}</button>
    </div>
    <p id="steps">${messages.bankSteps}</p>
    ${keyed(
      challenge,
      html`<iframe
        part="frame"
        title=${messages.bankPage}
        sandbox="allow-scripts allow-forms allow-same-origin allow-popups"
        referrerpolicy="no-referrer"
        src=${challenge.creq ? nothing : challenge.url}
        @load=${on.load}
      ></iframe>`,
    )}
    <p class="news" role="status" part="status">${news}</p>
    ${elsewhere(messages, challenge)}
  </dialog>`;
}

/** False for a dialog that left the page, or was opened again. */
const hasClosed = ({ open, isConnected }: HTMLDialogElement): boolean => !open && isConnected;

const pageNews = ({ page }: State, messages: ChallengeMessages): string =>
  page === 'loading' ? messages.bankPageLoading : page === 'missing' ? messages.bankPageMissing : '';

/** A script cannot detect a bank's page that refuses to be framed, so the link to a new tab is always there. */
const elsewhere = ({ openBankPage }: ChallengeMessages, { url, creq }: Challenge): TemplateResult =>
  creq
    ? html`<form method="post" action=${url} target="_blank" rel="noopener noreferrer">
        <input type="hidden" name="creq" .value=${creq} />
        <button class="link">${openBankPage}</button>
      </form>`
    : html`<a class="link" href=${url} target="_blank" rel="noopener noreferrer">${openBankPage}</a>`;
