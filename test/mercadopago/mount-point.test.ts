import { expect } from '@open-wc/testing';
import { createMountPoint, type MountPoint } from '../../src/mercadopago/mount-point.js';
import { NESTINGS, nest, ourElement, type Nesting } from './nesting.js';

describe('the mount point of a Secure Field', () => {
  const pages: { nesting: Nesting; point: MountPoint; style?: HTMLStyleElement }[] = [];

  const setUp = (roots: Parameters<typeof nest> = [], css = '') => {
    const nesting = nest(...roots);
    const element = ourElement();
    nesting.place.append(element);
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
    let lost = 0;
    const point = createMountPoint(element, 'securityCode', () => lost++);
    pages.push({ nesting, point, style });
    return { ...nesting, element, point, losses: () => lost };
  };

  /** Mutation observers run in a microtask. */
  const observed = () => Promise.resolve();

  afterEach(() => {
    for (const { nesting, point, style } of pages.splice(0)) {
      point.remove();
      nesting.outermost.remove();
      style?.remove();
    }
  });

  for (const [where, ...roots] of NESTINGS) {
    it(`in ${where} is found by id and shows inside the element`, () => {
      const { element, point } = setUp(roots);
      expect(document.getElementById(point.container.id)).to.equal(point.container);
      const box = element.shadowRoot?.querySelector('div')?.getBoundingClientRect();
      expect(point.container.getBoundingClientRect()).to.deep.equal(box);
      expect(point.isIntact()).to.equal(true);
    });

    it(`in ${where} leaves nothing behind`, async () => {
      const { outermost, element, point, losses } = setUp(roots);
      point.remove();
      await observed();
      const hosts = [outermost, ...outermost.querySelectorAll('*'), element];
      expect(hosts.flatMap((host) => [...host.querySelectorAll('slot, [id]')])).to.be.empty;
      expect(element.childNodes).to.have.length(0);
      expect(losses()).to.equal(0);
    });
  }

  it('is emptied by the SDK without a write of markup, which Trusted Types refuse', () => {
    const { point } = setUp();
    point.container.append(document.createElement('iframe'));
    point.container.innerHTML = '';
    expect(point.container.childNodes).to.have.length(0);
    expect(Object.getOwnPropertyDescriptor(point.container, 'innerHTML')?.set).to.be.a('function');
  });

  it('has a unique id', () => {
    const ids = [setUp(), setUp()].map(({ point }) => point.container.id);
    expect(new Set(ids).size).to.equal(2);
  });

  describe('resists page CSS', () => {
    for (const css of [
      'section > div { padding: 20px !important; margin: 9px !important; border: 5px solid !important }',
      'section > div { display: none !important }',
      'section > * { position: fixed !important; inset: 0 !important; opacity: 0 !important }',
      'section > div { inline-size: 7px !important; max-height: 3px !important; transform: scale(0.5) !important }',
      '* { color-scheme: dark !important; float: right !important }',
    ]) {
      it(css, () => {
        const { element, point } = setUp([], css);
        const slot = element.shadowRoot?.querySelector('slot');
        expect(slot?.assignedElements()).to.deep.equal([point.container]);
        const { display, padding, margin, position, opacity, colorScheme, transform, cssFloat } = getComputedStyle(
          point.container,
        );
        expect({ display, padding, margin, position, opacity, colorScheme, transform, cssFloat }).to.deep.equal({
          display: 'block',
          padding: '0px',
          margin: '0px',
          position: 'static',
          opacity: '1',
          colorScheme: 'light',
          transform: 'none',
          cssFloat: 'none',
        });
        const { width, height } = point.container.getBoundingClientRect();
        expect([width, height]).to.deep.equal([200, 40]);
      });
    }

    it('that is meant for the frames of videos and maps', async () => {
      const css = 'iframe { height: 300px !important; max-width: 50%; border: 3px solid; margin: 1em; opacity: 0.5 }';
      const { point } = setUp([], css);
      const frame = document.createElement('iframe');
      point.container.append(frame);
      await observed();
      expect(frame.getBoundingClientRect()).to.deep.equal(point.container.getBoundingClientRect());
      const { opacity, borderTopWidth } = getComputedStyle(frame);
      expect([opacity, borderTopWidth]).to.deep.equal(['1', '0px']);
    });

    it('of a component around it that hides its slots', () => {
      const { point } = setUp([{ mode: 'open', before: '<style>slot { display: none !important }</style>' }]);
      expect(point.container.getBoundingClientRect().width).to.equal(200);
    });

    it('but is hidden with the part of the page that it is in', () => {
      const { element, point } = setUp();
      element.style.visibility = 'hidden';
      expect(getComputedStyle(point.container).visibility).to.equal('hidden');
    });
  });

  describe('notices', () => {
    it('that somebody removed the container, once', async () => {
      const { element, point, losses } = setUp();
      element.replaceChildren();
      element.append(document.createElement('b'));
      await observed();
      element.replaceChildren();
      await observed();
      expect(losses()).to.equal(1);
      expect(point.isIntact()).to.equal(false);
    });

    it('that the owner of the outermost host wiped it', async () => {
      const { outermost, point, losses } = setUp([{ mode: 'closed' }, { mode: 'open' }]);
      outermost.firstElementChild?.replaceChildren();
      await observed();
      expect(losses()).to.equal(1);
      expect(point.isIntact()).to.equal(false);
    });

    it('that a relay in between was wiped', async () => {
      const { element, losses } = setUp([{ mode: 'open' }]);
      element.replaceChildren();
      await observed();
      expect(losses()).to.equal(1);
    });

    it('not what else is put beside it', async () => {
      const { element, point, losses } = setUp();
      element.append(document.createElement('b'));
      await observed();
      expect(losses()).to.equal(0);
      expect(point.isIntact()).to.equal(true);
    });

    it('when asked, that the element is in another tree', () => {
      const { element, point } = setUp([{ mode: 'open' }]);
      const other = nest({ mode: 'open' });
      other.place.append(element);
      expect(point.isIntact()).to.equal(false);
      other.outermost.remove();
    });

    it('when asked, that the element only moved within its tree', () => {
      const { place, element, point } = setUp([{ mode: 'open' }]);
      const box = document.createElement('div');
      place.append(box);
      box.append(element);
      expect(point.isIntact()).to.equal(true);
    });
  });
});
