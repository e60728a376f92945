import { expect, html } from '@open-wc/testing';
import { visa } from '../support/cards.js';
import { VISA, mountForm } from '../support/add-card-harness.js';
import { CODE, mount, nextKey } from '../support/saved-cards-harness.js';

const WRONG_CODE = 'cc_rejected_bad_filled_security_code';
const MAIL = html`<input id="mail" type="email" /><button id="pay">Pay</button>`;

/** A list, or a form for a new card, beside other fields of the page. */
const elements: Record<string, () => Promise<{ element: RefusedElement; standIn: StandIn; page: HTMLElement }>> = {
  'a list': async () => {
    const widget = await mount(html`
      <div>
        <mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>
        ${MAIL}
      </div>
    `);
    await widget.ready();
    await widget.type(CODE);
    return widget;
  },
  'a form for a new card': async () => {
    const card = await mountForm(html`
      <div><mp-add-card locale="es-AR" public-key=${nextKey()} intent="pay" open></mp-add-card>${MAIL}</div>
    `);
    await card.ready();
    await card.typeCard(VISA);
    return card;
  },
};

type RefusedElement = HTMLElement & { tokenize(): Promise<unknown>; paymentRejected(reason: string): void };
type StandIn = Awaited<ReturnType<typeof mount>>['standIn'];

for (const [name, open] of Object.entries(elements))
  describe(`the focus after a refusal of the code of ${name}`, () => {
    /** The frame of the code is slow to come back; the shopper meanwhile acts. */
    async function refuse(meanwhile: (page: HTMLElement) => void): Promise<HTMLElement> {
      const { element, standIn, page } = await open();
      await element.tokenize();
      page.querySelector<HTMLElement>('#pay')?.focus();
      const release = standIn.hold('ready');
      element.paymentRejected(WRONG_CODE);
      await new Promise((resolve) => setTimeout(resolve));
      meanwhile(page);
      release();
      await standIn.ready('securityCode');
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
      return page;
    }

    it('goes to the code where the shopper waits at the button', async () => {
      const page = await refuse(() => undefined);
      expect(page.contains(document.activeElement)).to.equal(true);
      expect(document.activeElement?.id).to.not.equal('pay');
    });

    it('stays where the shopper types something else by then', async () => {
      await refuse((page) => page.querySelector<HTMLElement>('#mail')?.focus());
      expect(document.activeElement?.id).to.equal('mail');
    });
  });
