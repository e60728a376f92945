import { expect } from '@open-wc/testing';
import { showState } from '../../demo/gallery/show-state.js';
import { STATES } from '../../demo/gallery/states.js';
import { violations } from '../support/accessible.js';
import { afterTest } from '../support/saved-cards-harness.js';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** All that depends on colours: the rest is the same in another theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

function setTheme(theme: string): void {
  document.documentElement.style.setProperty('color-scheme', theme);
}

describe('the gallery', () => {
  it('has each state once', () => {
    const names = STATES.map(({ name }) => name);
    expect(names).to.deep.equal([...new Set(names)]);
  });
});

describe('every state of the gallery is accessible', () => {
  for (const state of STATES) {
    it(state.name, async () => {
      setTheme('light');
      afterTest(() => setTheme(''));
      const stage = await showState(state, document.body);
      afterTest(() => stage.clear());
      expect(await violations(stage.root, { runOnly: { type: 'tag', values: WCAG } })).to.deep.equal([]);
      setTheme('dark');
      expect(
        await violations(stage.root, { runOnly: { type: 'rule', values: COLOURS } }),
        'in dark colours',
      ).to.deep.equal([]);
    });
  }
});
