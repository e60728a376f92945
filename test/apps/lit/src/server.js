import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import 'mp-saved-cards';
import { page } from './page.js';

/** What the server answers: the elements with their shadow roots, and the customer's cards in the page. */
export const html = (cards) => collectResult(render(page({ cards })));
