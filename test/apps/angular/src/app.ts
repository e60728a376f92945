import { Component, signal } from '@angular/core';
import { Checkout } from './checkout';

interface Payment {
  id?: number;
  status?: string;
  status_detail?: string;
}

/** What a test presses around the checkout: it leaves and comes back, and it is rendered again. */
@Component({
  selector: 'app-root',
  imports: [Checkout],
  template: `
    @if (isOpen()) {
      <app-checkout [amount]="129.9" [heading]="'Tus tarjetas ' + renders()" (answer)="payment.set($any($event))" />
    }
    <button id="toggle" type="button" (click)="isOpen.set(!isOpen())">
      {{ isOpen() ? 'Leave' : 'Back to the checkout' }}
    </button>
    <button id="render" type="button" (click)="renders.set(renders() + 1)">{{ renders() }}</button>
    <output
      id="payment-result"
      [attr.data-status]="payment().status"
      [attr.data-status-detail]="payment().status_detail"
      [attr.data-payment-id]="payment().id"
    ></output>
  `,
})
export class App {
  readonly isOpen = signal(true);
  readonly renders = signal(0);
  readonly payment = signal<Payment>({});
}
