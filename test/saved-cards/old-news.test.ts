import { expect, html } from '@open-wc/testing';
import { mastercard, visa } from '../support/cards.js';
import { checkout, type Checkout } from '../support/checkout.js';
import { NAMES } from '../support/manage.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { CODE, nextKey } from '../support/saved-cards-harness.js';

/** A page that posts by itself, and lets cards be removed. */
async function page(): Promise<Checkout> {
  const shop = new ScriptedMerchant().silence();
  const checked = await checkout(html`
    <mp-saved-cards
      locale="es-AR"
      public-key=${nextKey()}
      endpoint="/cards"
      removable
      .cards=${[visa, mastercard]}
      .fetch=${shop.fetch}
    ></mp-saved-cards>
  `);
  checked.form.addEventListener('submit', (event) => event.preventDefault());
  await checked.widget.ready();
  return checked;
}

/** The shopper removes the card that is not chosen. */
async function removeOther({ widget }: Checkout): Promise<void> {
  await widget.pressButton(esAr.removeNamed(NAMES.mastercard));
  expect(widget.liveRegion).to.equal(esAr.removed(NAMES.mastercard));
}

describe('after a card was removed, the live region says', () => {
  it('that the code is to be typed again, when Pay is pressed for the second time', async () => {
    const checked = await page();
    const { widget, pay } = checked;
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    await removeOther(checked);
    pay.click();
    await widget.events.submitted(2);
    await widget.settled();
    expect(widget.text('.again')).to.equal(esAr.retypeCode(3, 'back'));
    expect(widget.liveRegion.trim()).to.equal(esAr.retypeCode(3, 'back'));
  });

  it('why no token was made', async () => {
    const { widget } = await page();
    await widget.type(CODE);
    widget.standIn.nextToken = 'server-error';
    const token = widget.tokenError();
    await widget.pressButton(esAr.removeNamed(NAMES.mastercard));
    expect((await token).code).to.equal('token-network');
    await widget.settled();
    expect(widget.liveRegion).to.equal(widget.notice);
  });

  it('why the payment was refused, reported once the code is typed again', async () => {
    const checked = await page();
    const { widget, pay } = checked;
    await widget.type(CODE);
    pay.click();
    await widget.events.submitted();
    widget.element.paymentRejected('checkout_error');
    await widget.settled();
    await widget.ready();
    await widget.type(CODE);
    await removeOther(checked);
    widget.element.paymentRejected('cc_rejected_insufficient_amount');
    await widget.settled();
    expect(widget.liveRegion).to.contain(widget.text('[part=notice] .title'));
    expect(widget.liveRegion).to.contain(widget.notice);
  });
});
