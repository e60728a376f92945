/** `<mp-add-card>` alone, as a script-tag entry would have it: no file of the package, the build weighs it. */
import './i18n/form/languages.js';
import './script-options.js';

export * from './add-card.js';
