import { useRef, type FormEvent } from 'react';
import 'mp-saved-cards';
import { MpError, type MpSavedCardsElement, type TokenDetail } from 'mp-saved-cards';
import type {} from 'mp-saved-cards/react'; // the elements in JSX, their properties and events

export function Checkout({ amount, onAnswer }: { amount: number; onAnswer: (payment: unknown) => void }) {
  const cards = useRef<MpSavedCardsElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const element = cards.current!;
    let detail: TokenDetail;
    try {
      detail = await element.tokenize();
    } catch (error) {
      if (error instanceof MpError) return; // the element shows why; `aborted`: it has left the page
      throw error;
    }
    const payment = await pay(detail).catch((error: unknown) => error);
    element.paymentResult(payment, { token: detail.token }); // approved, refused and why, or not known
    onAnswer(payment);
  }

  return (
    <form onSubmit={submit}>
      <mp-saved-cards
        ref={cards}
        publicKey="TEST-MLA-demo"
        endpoint="/api/cards"
        amount={amount}
        required
        oncard-error={({ detail }) => console.warn(detail.error.code)}
      >
        <mp-add-card slot="add-card" />
      </mp-saved-cards>
      <button>Pagar</button>
    </form>
  );
}

async function pay(detail: TokenDetail): Promise<unknown> {
  const response = await fetch('/api/payments', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      token: detail.token,
      card_id: detail.cardId,
      payment_method_id: detail.paymentMethodId,
      issuer_id: detail.issuerId,
      installments: detail.installments,
    }),
  });
  return response.json();
}
