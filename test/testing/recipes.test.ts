/** The recipe of the README for a component test, with the package as it is built. */
import '../package/recipes/component.js';
