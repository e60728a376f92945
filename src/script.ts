/** The script-tag entry: registers the elements and is the global `MpSavedCards`. */
// The order is that of the file: gzip looks back 32 KB, so what is alike lies side by side. Worth 1 KB.
import './i18n/list/languages.js';
import './i18n/form/languages.js';
import './i18n/challenge/languages.js';
import './script-options.js';

export * from './elements.js';

import './index.js';
