/** What an app writes that needs one of the elements. */
import { MpAddCardElement, type Intent, type NewCardState } from 'mp-saved-cards/add-card';
import { MpSavedCardsElement, type Messages, type SavedCardsState } from 'mp-saved-cards/saved-cards';

const list: MpSavedCardsElement = document.createElement('mp-saved-cards');
const form: MpAddCardElement = document.createElement('mp-add-card');
const messages: Partial<Messages> = { heading: 'Cards', addCard: 'New card' };
list.messages = form.messages = messages;
const states: [SavedCardsState, NewCardState, Intent | undefined] = [list.state, form.state, form.intent];

void states;
