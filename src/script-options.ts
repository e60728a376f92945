import { configureSdk, optionsOf } from './mercadopago/sdk-options.js';

// Read before anything loads: a script at the end of a page runs before the page's own script that would configure it.
configureSdk(optionsOf(document.currentScript));
