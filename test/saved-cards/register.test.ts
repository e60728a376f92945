import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { MpSavedCardsElement } from '../../src/elements.js';
import { register } from '../../src/register.js';
import { afterTest } from '../support/saved-cards-harness.js';
import { ConsoleRecorder } from '../support/recorder.js';
import { serverRendered, showsServers, TAGS } from '../support/server-rendered.js';

const logged = (): ConsoleRecorder => {
  const log = new ConsoleRecorder();
  afterTest(() => log.stop());
  return log;
};

describe('an element that was rendered on a server', () => {
  for (const tag of TAGS)
    it(`shows what it renders itself, and not the server's below it: ${tag}`, async () => {
      const element = serverRendered(tag);
      await element.updateComplete;
      expect(showsServers(element)).to.equal(false);
      expect(element.shadowRoot?.childNodes.length).to.be.greaterThan(0);
    });
});

describe('registering <mp-saved-cards>', () => {
  it('a second time is silent when it is the same copy', () => {
    const log = logged();
    register({ 'mp-saved-cards': MpSavedCardsElement });
    expect(log.lines).to.deep.equal([]);
  });

  it('from a second copy keeps the first, and names both versions', () => {
    const log = logged();
    class SecondCopy extends MpSavedCardsElement {}
    register({ 'mp-saved-cards': SecondCopy });
    expect(customElements.get('mp-saved-cards')).to.equal(MpSavedCardsElement);
    expect(log.of('warn')).to.have.length(1);
    expect(log.of('warn')[0])
      .to.contain(`version ${MpSavedCardsElement.version} already`)
      .and.to.contain('is left out');
  });

  it('beside an element of another vendor of that name warns too', () => {
    const log = logged();
    customElements.define('mp-other-vendor', class extends HTMLElement {});
    register({ 'mp-other-vendor': class extends HTMLElement {} });
    expect(log.of('warn')[0]).to.contain('version ? already');
  });
});
