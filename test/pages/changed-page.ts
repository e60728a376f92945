import { expect } from '@open-wc/testing';
import type { Visit } from './visit.js';

const FIELDS = ['cardNumber', 'expirationDate', 'securityCode'];

/** Names of all frames in the page, the dead ones too. */
const frameNames = ({ document }: Visit): string[] =>
  [...document.querySelectorAll('iframe')].map(({ name }) => name).sort();

/** One field of each type, and nothing of ours that is dead. */
export function expectOneField(visit: Visit, isNew = false): void {
  expect(frameNames(visit)).to.deep.equal(isNew ? FIELDS : ['securityCode']);
  expect(visit.document.querySelectorAll('mp-saved-cards')).to.have.length(1);
}

/** Looks at each frame that the page draws; the answer is how many of them showed the list's skeleton. */
export function watchSkeleton(visit: Visit): () => number {
  let seen = 0;
  const look = () => {
    const lists = visit.document.querySelectorAll('mp-saved-cards');
    if ([...lists].some(({ shadowRoot }) => shadowRoot?.querySelector('[part=list][aria-busy]'))) seen++;
    handle = visit.window.requestAnimationFrame(look);
  };
  let handle = visit.window.requestAnimationFrame(look);
  return () => {
    visit.window.cancelAnimationFrame(handle);
    return seen;
  };
}

/** Follows a link of the page, which its library loads, and comes back by the browser's button. */
export async function goAndComeBack(visit: Visit): Promise<void> {
  visit.find<HTMLElement>('#leave').click();
  await visit.until('the other page is shown', () => visit.document.querySelector('#away'));
  visit.window.history.back();
  await visit.until('the checkout is shown again', () => visit.document.querySelector('#checkout'));
  await visit.ready({ isChosen: false });
}

/** The page gets its payment section from the shop again, and puts it in the place of the one before. */
export async function replaceSection(visit: Visit): Promise<void> {
  const section = visit.find('#payment');
  const answer = await visit.window.fetch(`${visit.document.body.dataset['shop']}/section`);
  section.outerHTML = `<div id="payment">${await answer.text()}</div>`;
}
