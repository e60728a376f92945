/** The script-tag entry with `<mp-saved-cards>` alone. */
import './i18n/list/languages.js';
import './script-nonce.js';

export * from './saved-cards.js';
