/** What a page writes next to a script tag, if it is checked by TypeScript. */
import type {} from 'mp-saved-cards/dist/mp-saved-cards.min.js';

MpSavedCards.configureSdk({ nonce: 'r4nd0m' });
const element: InstanceType<typeof MpSavedCards.MpSavedCardsElement> = document.createElement('mp-saved-cards');
// @ts-expect-error no such export
void [element, MpSavedCards.register];
