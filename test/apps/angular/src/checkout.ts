import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, ElementRef, input, output, viewChild } from '@angular/core';
import 'mp-saved-cards';
import { MpError, type CardErrorEvent, type MpSavedCardsElement, type TokenDetail } from 'mp-saved-cards';

@Component({
  selector: 'app-checkout',
  schemas: [CUSTOM_ELEMENTS_SCHEMA], // Angular knows the elements by the browser's registry only
  template: `
    <form (submit)="submit($event)">
      <mp-saved-cards
        #cards
        public-key="TEST-MLA-demo"
        endpoint="/api/cards"
        required
        [amount]="amount()"
        [messages]="messages()"
        (card-error)="report($event)"
      >
        <mp-add-card slot="add-card"></mp-add-card>
      </mp-saved-cards>
      <button>Pagar</button>
    </form>
  `,
})
export class Checkout {
  readonly amount = input.required<number>();
  readonly heading = input.required<string>();
  readonly answer = output<unknown>();
  readonly messages = computed(() => ({ heading: this.heading() }));
  private readonly cards = viewChild.required<ElementRef<MpSavedCardsElement>>('cards');

  async submit(event: Event): Promise<void> {
    event.preventDefault();
    const element = this.cards().nativeElement;
    let detail: TokenDetail;
    try {
      detail = await element.tokenize();
    } catch (error) {
      if (error instanceof MpError) return; // the element shows why; `aborted`: it has left the page
      throw error;
    }
    const payment = await pay(detail).catch((error: unknown) => error);
    element.paymentResult(payment, { token: detail.token }); // approved, refused and why, or not known
    this.answer.emit(payment);
  }

  report({ detail }: CardErrorEvent): void {
    console.warn(detail.error.code);
  }
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
