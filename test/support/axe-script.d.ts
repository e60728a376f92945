/** The script puts `axe` into the window. */
declare module 'axe-core/axe.min.js';
