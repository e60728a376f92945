import './saved-cards.js';
import './add-card.js';

export * from './elements.js';
