import { SITES } from '../../sandbox/sites/index.js';
import type { SiteId } from '../../sandbox/sites/site.js';
import { h } from '../dom.js';
import { copyButton } from './copy-button.js';

/** What a tester has to know to pay in the sandbox. Numbers are copied, not shown: no test finds one on the page. */
export function help(siteId: SiteId): HTMLElement[] {
  const { testCards, testDocument, cardMethods } = SITES[siteId];
  const { visa, master, debit, third, others } = testCards;
  const nameOf = (methodId: string) => cardMethods.find(({ id }) => id === methodId)?.name ?? methodId;
  const cards = [visa, master, third, debit, ...others].map(({ number, methodId }) =>
    copyButton(`${nameOf(methodId)} •••• ${number.slice(-4)}`, () => number),
  );
  return [
    h('p', {}, 'Numbers of the test cards, to be copied:'),
    h(
      'div',
      { className: 'actions' },
      ...cards,
      copyButton('unknown card', () => '4111111111111111'),
    ),
    h('p', {}, 'Expiry: any date to come. The cardholder’s name decides the payment: APRO, OTHE, FUND, SECU, CALL …'),
    h(
      'p',
      {},
      testDocument ? `Document: ${testDocument.type} ${testDocument.number}.` : 'This country has no documents.',
    ),
    h('p', {}, 'Security codes: any 3 digits; any 4 for American Express, on the front of the card.'),
    h('p', {}, 'field-lost: remove the fields’ frames. code-incomplete: pay without a code. aborted is never shown.'),
    h('p', {}, 'Amounts and customers are decided by the shop’s server; nothing typed here changes them.'),
    h('p', {}, 'carla’s cards: 1 no reason, 2 wrong code, 3 no money, 4 call the bank, 5 approved.'),
  ];
}
