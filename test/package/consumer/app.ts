/** What an app writes that has the package from npm; only its types are looked at. Each expected error is one. */
import 'mp-saved-cards';
import {
  MpError,
  MpSavedCardsElement,
  configureSdk,
  type MpErrorCode,
  type SavedCard,
  type TokenDetail,
} from 'mp-saved-cards/elements';
import { installMercadoPago } from 'mp-saved-cards/testing';

configureSdk({ nonce: 'r4nd0m', trackingDisabled: true });

const cards = document.createElement('mp-saved-cards');
cards.publicKey = 'APP_USR-1';
cards.amount = 129.9;
cards.messages = { payAgain: 'Try once more.' };
// @ts-expect-error no such sentence
cards.messages = { pay: 'x' };
// @ts-expect-error there are two modes
cards.mode = 'browse';
// @ts-expect-error read only
cards.complete = true;

cards.addEventListener('token-ready', ({ detail }) => {
  const { token, cardId, saveCard }: TokenDetail = detail;
  const types: [string, string | null, boolean] = [token, cardId, saveCard];
  void types;
});
document.addEventListener('card-selected', ({ detail }) => {
  const card: SavedCard | null = detail.card;
  void card?.lastFourDigits;
});
window.addEventListener('card-error', ({ detail: { error, phase } }) => {
  const code: MpErrorCode = error.code;
  // @ts-expect-error no such phase
  void [code, phase === 'lunch'];
});
cards.addEventListener('before-tokenize', (event) => {
  event.waitUntil(Promise.resolve());
});
cards.addEventListener('token-invalidated', ({ detail }) => void (detail.reason === 'selection'));

async function pay(): Promise<void> {
  try {
    const { token } = await cards.tokenize();
    void token;
  } catch (error) {
    if (error instanceof MpError && error.retryable) cards.focus();
  }
  cards.paymentRejected({ status_detail: 'cc_rejected_other_reason' });
  const { ok, checks } = await cards.diagnose();
  void [ok, checks[0]?.message];
}

const newCard = document.querySelector('mp-add-card');
newCard?.addEventListener('card-added', ({ detail }) => void detail.card.id);
newCard?.addEventListener('payment-method-change', ({ detail }) => void detail.paymentMethod);
const saved: Promise<SavedCard> | undefined = newCard?.save();

const standIn = installMercadoPago();
standIn.nextToken = 'card-unknown';

void [pay, saved, cards instanceof MpSavedCardsElement];
