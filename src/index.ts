import './saved-cards.js';
import './add-card.js';
import './payment-challenge.js';

export * from './elements.js';
