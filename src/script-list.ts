/** The script-tag entry with `<mp-saved-cards>` alone. */
import './i18n/list/languages.js';
import './script-options.js';

export * from './saved-cards.js';
