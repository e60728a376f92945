import { expect, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { StandIn } from '../../src/testing/index.js';
import { readyForm } from '../support/add-card-harness.js';
import { visa } from '../support/cards.js';
import { afterTest, mount, mountReady, nextKey } from '../support/saved-cards-harness.js';

const IMAGE = 'https://brand.example/visa.png';
const pictured = {
  ...visa,
  payment_method: { id: 'visa', name: 'Visa', payment_type_id: 'credit_card', secure_thumbnail: IMAGE },
};

/** A change to the page, until the end of the test. */
function changePage(change: (style: CSSStyleDeclaration) => void): void {
  const { style } = document.documentElement;
  const before = style.cssText;
  afterTest(() => {
    style.cssText = before;
  });
  change(style);
}

describe('the frame’s text', () => {
  const changes: [what: string, change: (style: CSSStyleDeclaration) => void, key: string, value: string][] = [
    ['the colour scheme', (style) => (style.colorScheme = 'dark'), 'color', 'rgb(236, 239, 244)'],
    [
      'the colour of the page',
      (style) => style.setProperty('--mp-color-text', 'rgb(1, 2, 3)'),
      'color',
      'rgb(1, 2, 3)',
    ],
    ['the size of the text', (style) => (style.fontSize = '31px'), 'font-size', '31px'],
    ['the font', (style) => (style.fontFamily = 'monospace'), 'font-family', 'monospace'],
  ];
  const elements: [
    name: string,
    open: () => Promise<{ standIn: StandIn; element: { reset(): void }; root: ShadowRoot }>,
  ][] = [
    ['mp-saved-cards', () => mountReady([visa])],
    ['mp-add-card', () => readyForm()],
  ];
  for (const [name, open] of elements) {
    for (const [what, change, key, value] of changes) {
      const styleIn = (standIn: StandIn) => {
        const { ready, iframe } = standIn.fields.find(({ type }) => type === 'securityCode')!;
        return ready && iframe.contentDocument?.querySelector('input')?.style.getPropertyValue(key);
      };

      it(`of <${name}> follows ${what} while nothing is typed`, async () => {
        const { standIn } = await open();
        changePage(change);
        await waitUntil(() => styleIn(standIn) === value, 'a frame with the new style');
      });

      it(`of <${name}> follows ${what} when what was typed is gone`, async () => {
        const { standIn, element, root } = await open();
        await standIn.type('securityCode', '73');
        await standIn.blur('securityCode');
        const changed = new Promise<void>((resolve) =>
          root.addEventListener('transitionend', (event) => {
            const { target, propertyName } = event as TransitionEvent;
            if ((target as Element).matches('.widget') && propertyName === key) resolve();
          }),
        );
        changePage(change);
        await changed;
        expect(standIn.input('securityCode').value).to.equal('73');
        element.reset();
        await waitUntil(() => styleIn(standIn) === value, 'a frame with the new style');
      });
    }
  }
});

describe('the frame’s text of an element in a hidden part of the page', () => {
  const appears = async () => {
    await nextFrame();
    await nextFrame();
  };
  const elements: [name: string, open: () => Promise<{ standIn: StandIn; page: HTMLElement }>][] = [
    ['mp-saved-cards', () => mountReady([visa])],
    ['mp-add-card', () => readyForm()],
  ];
  for (const [name, open] of elements) {
    it(`is that of the page when <${name}> is shown again`, async () => {
      const { standIn, page } = await open();
      page.hidden = true;
      await appears();
      page.style.setProperty('--mp-color-text', 'rgb(1, 2, 3)');
      page.hidden = false;
      await waitUntil(
        () => standIn.fields.every(({ type, ready }) => ready && standIn.input(type).style.color === 'rgb(1, 2, 3)'),
        'frames with the new style',
      );
    });
  }
});

describe('brand-images', () => {
  it('is off: no picture is asked for from another host', async () => {
    const widget = await mountReady([pictured]);
    expect(widget.root.querySelector('img')).to.equal(null);
  });

  it('shows the card’s own picture', async () => {
    const widget = await mount(
      html`<mp-saved-cards brand-images public-key=${nextKey()} .cards=${[pictured]}></mp-saved-cards>`,
    );
    expect(widget.root.querySelector('img')?.src).to.equal(IMAGE);
  });

  it('keeps our mark for a card without one, and for one that is not https', async () => {
    const insecure = {
      ...visa,
      id: '2',
      payment_method: { ...pictured.payment_method, secure_thumbnail: 'http://a.example/b' },
    };
    const widget = await mount(
      html`<mp-saved-cards brand-images public-key=${nextKey()} .cards=${[visa, insecure]}></mp-saved-cards>`,
    );
    expect(widget.rows).to.have.length(2);
    expect(widget.root.querySelector('img')).to.equal(null);
  });
});

describe('slots', () => {
  it('show the shop’s heading above the list, and its words for an empty one', async () => {
    const widget = await mount(html`
      <mp-saved-cards public-key=${nextKey()} cards="[]">
        <h2 slot="heading">Pay with</h2>
        <p slot="empty">Nothing here yet</p>
      </mp-saved-cards>
    `);
    const shown = [...widget.element.children].map((child) => child.assignedSlot?.name);
    expect(shown).to.deep.equal(['heading', 'empty']);
    await widget.expectAccessible();
  });
});
