/** Wrong uses, which `check.js` expects the compiler to find, each in the line after its comment, and no other. */
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type {} from 'mp-saved-cards';

@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <!-- wrong: no such detail -->
    <mp-saved-cards (token-ready)="log($event.detail.number)"></mp-saved-cards>
    <!-- wrong: another element's event -->
    <mp-add-card (card-added)="log($event.detail.token)"></mp-add-card>
    <!-- wrong: no such code -->
    <mp-saved-cards (card-error)="log($event.detail.error.code === 'lunch')"></mp-saved-cards>
  `,
})
export class Wrong {
  readonly log = (value: unknown) => value;
}
