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

/** The looks that a frame was given last. */
const styleOf = ({ standIn }: { standIn: StandIn }) =>
  standIn
    .callsOf('field.update')
    .map((call) => (call.arguments[1] as { style?: Record<string, string> }).style)
    .findLast((style) => style !== undefined);

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
  ];
  for (const [what, change, key, value] of changes) {
    it(`follows ${what} without losing what was typed`, async () => {
      const widget = await mountReady([visa]);
      await widget.type('73');
      const changed = new Promise<void>((resolve) =>
        widget.root.addEventListener('transitionend', (event) => {
          const { target, propertyName } = event as TransitionEvent;
          if ((target as Element).matches('.widget') && propertyName === key) resolve();
        }),
      );
      const { style } = document.documentElement;
      const before = style.cssText;
      afterTest(() => {
        style.cssText = before;
      });
      change(style);
      await changed;
      expect(styleOf(widget)?.[key]).to.equal(value);
      expect(widget.codeInput.value).to.equal('73');
      expect(widget.mounts).to.equal(1);
    });
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
      await standIn.type('securityCode', '73');
      page.hidden = true;
      await appears();
      page.style.setProperty('--mp-color-text', 'rgb(1, 2, 3)');
      page.hidden = false;
      await waitUntil(() => styleOf({ standIn })?.['color'] === 'rgb(1, 2, 3)', 'the frames are told');
      expect(standIn.input('securityCode').value).to.equal('73');
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
