/** Right uses. Angular takes the events from the browser's types; what is set on another element it does not look at. */
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { MpSavedCardsElement, TokenReadyEvent } from 'mp-saved-cards';

@Component({
  selector: 'app-uses',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <mp-saved-cards
      [mode]="mode"
      (token-ready)="pay($event)"
      (card-error)="log($event.detail.error.code === 'aborted')"
    >
      <mp-add-card slot="add-card" intent="pay" (card-added)="log($event.detail.card.id.length)"></mp-add-card>
    </mp-saved-cards>
  `,
})
export class Uses {
  /** A property of the component that has the type of the element's own is checked here, where it is set. */
  readonly mode: MpSavedCardsElement['mode'] = 'pay';
  // @ts-expect-error there are two modes
  readonly wrong: MpSavedCardsElement['mode'] = 'browse';
  readonly log = (value: number | boolean) => value;
  pay({ detail }: TokenReadyEvent): number {
    return detail.token.length;
  }
}
