import { expect, html, waitUntil } from '@open-wc/testing';
import { amex, expired, mastercard, optionalCode, visa, withoutCode } from '../support/cards.js';
import { esAr } from '../support/messages.js';
import { CODE, mount, mountReady, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';

/** How the field of the code is set up, as the shopper meets it. */
const codeField = ({ codeInput: input, hint, frame }: SavedCards) => ({
  hint,
  placeholder: input.placeholder,
  maxLength: input.maxLength,
  name: input.ariaLabel,
  required: input.ariaRequired,
  title: frame.title,
});

const three = {
  hint: '3 dígitos, en el dorso de la tarjeta',
  placeholder: 'CVV',
  maxLength: 3,
  name: 'Código de seguridad',
  required: 'true',
  title: 'Código de seguridad',
};
const four = { ...three, hint: '4 dígitos, en el frente de la tarjeta', maxLength: 4 };

describe('the code of the chosen card', () => {
  it('has 3 digits on the back', async () => {
    const widget = await mountReady([visa]);
    await widget.standIn.focus('securityCode'); // what the page sent to the frame has arrived then
    expect(codeField(widget)).to.deep.equal(three);
  });

  it('of an American Express has 4 digits on the front', async () => {
    const widget = await mountReady([amex]);
    await widget.standIn.focus('securityCode');
    expect(codeField(widget)).to.deep.equal(four);
  });

  it('changes its rule with the row, in the same frame and document, while nothing is typed', async () => {
    const widget = await mountReady([visa, amex, mastercard]);
    const { frame } = widget;
    const { contentDocument } = frame;
    await widget.choose(1);
    await widget.standIn.focus('securityCode');
    expect(codeField(widget)).to.deep.equal(four);
    await widget.choose(2);
    await widget.standIn.focus('securityCode');
    expect(codeField(widget)).to.deep.equal(three);
    expect(widget.frame).to.equal(frame);
    expect(widget.frame.contentDocument).to.equal(contentDocument);
    expect(widget.mounts).to.equal(1);
  });

  it('is never carried to another card: the next row gets a fresh frame', async () => {
    const widget = await mountReady([visa, mastercard]);
    const { frame } = widget;
    await widget.type('73');
    await widget.choose(1);
    await widget.ready();
    expect(frame.isConnected).to.equal(false);
    expect(widget.codeInput.value).to.equal('');
    expect(widget.mounts).to.equal(2);
    expect(widget.standIn.fields).to.have.length(1);
  });

  it('is not carried to another card that the page chooses while the element is hidden', async () => {
    const widget = await mountReady([visa, mastercard]);
    await widget.type(CODE);
    widget.page.hidden = true;
    widget.element.cardId = '1002';
    await widget.settled();
    await widget.ready();
    widget.page.hidden = false;
    expect(widget.codeInput.value).to.equal('');
  });

  it('is deleted and typed again like any other', async () => {
    const widget = await mountReady([visa]);
    await widget.type('12');
    await widget.standIn.clear('securityCode');
    await widget.type(CODE);
    expect(widget.element.complete).to.equal(true);
  });

  it('shows where it is missing once it is asked for, and not before', async () => {
    const widget = await mountReady([visa]);
    expect(widget.codeError).to.equal('');
    expect(widget.element.reportValidity()).to.equal(false);
    await widget.settled();
    expect(widget.codeError).to.equal(esAr.enterCode(3));
    expect(widget.liveRegion).to.equal(esAr.enterCode(3));
    await widget.standIn.focus('securityCode');
    expect(widget.codeInput.ariaInvalid).to.equal('true');
    await widget.type('7');
    expect(widget.codeError).to.equal('');
  });

  it('is complete with its last digit, and not in between', async () => {
    const widget = await mountReady([visa]);
    widget.events.forget();
    await widget.type(CODE);
    expect(widget.events.of('state-change')).to.deep.equal([{ state: 'ready', complete: true }]);
    await widget.standIn.clear('securityCode');
    expect(widget.events.of('state-change')[1]).to.deep.equal({ state: 'ready', complete: false });
  });

  it('that is left incomplete is marked and announced, moves nothing, and is right again with the next digit', async () => {
    const widget = await mountReady([visa, mastercard]);
    const isMarked = () => widget.root.querySelector('.frame.invalid') !== null;
    await widget.type('73');
    await widget.settled();
    expect([isMarked(), widget.liveRegion]).to.deep.equal([false, '']);
    const { top } = widget.rowOf(mastercard.id).getBoundingClientRect();
    await widget.standIn.blur('securityCode');
    await waitUntil(isMarked, 'the mark');
    expect(widget.liveRegion).to.equal(esAr.enterCode(3));
    expect(widget.rowOf(mastercard.id).getBoundingClientRect().top).to.equal(top);
    await widget.expectAccessible();
    await widget.standIn.type('securityCode', '9');
    await widget.settled();
    expect([isMarked(), widget.liveRegion, widget.element.complete]).to.deep.equal([false, '', true]);
    await widget.standIn.blur('securityCode');
    await widget.settled();
    expect(isMarked()).to.equal(false);
  });

  it('that is optional may be left empty, and the label says so', async () => {
    const widget = await mountReady([optionalCode]);
    expect(widget.text('.field-label')).to.equal(`${esAr.securityCode} ${esAr.codeOptional}`);
    expect(widget.hint).to.equal(three.hint);
    expect(widget.element.complete).to.equal(true);
    expect(widget.codeInput.ariaRequired).to.equal('false');
    const { cardId } = await widget.element.tokenize();
    expect(cardId).to.equal('1005');
  });

  it('that is optional is judged when it is given', async () => {
    const widget = await mountReady([optionalCode]);
    await widget.type('7');
    expect(widget.element.complete).to.equal(false);
    await widget.expectTokenError('code-incomplete');
  });

  it('that a card has none of is not asked for, while its field stays mounted unseen', async () => {
    const widget = await mountReady([withoutCode]);
    expect(widget.part('field')).to.equal(null);
    expect(widget.hint).to.equal('');
    expect(widget.frame.checkVisibility()).to.equal(true);
    expect(widget.root.querySelector('.unseen')?.getBoundingClientRect().height).to.equal(0);
    expect(widget.element.complete).to.equal(true);
    expect((await widget.element.tokenize()).cardId).to.equal('1006');
  });

  it('waits behind a skeleton until its frame is ready', async () => {
    let release = () => {};
    const widget = await mount(
      html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`,
      { before: (standIn) => (release = standIn.hold('ready')) },
    );
    await widget.settled();
    expect(widget.part('field')?.ariaBusy).to.equal('true');
    expect(widget.element.complete).to.equal(false);
    release();
    await widget.ready();
    expect(widget.part('field')?.ariaBusy).to.equal('false');
  });

  it('takes the focus by a click on its label or box, and with focus()', async () => {
    const widget = await mountReady([visa, expired]);
    await widget.click('.field-label');
    await widget.click('.frame');
    widget.element.focus();
    expect(widget.standIn.callsOf('field.focus').length).to.be.at.least(3);
    expect(document.activeElement).to.equal(widget.frame);
  });

  it('draws the ring while the frame has the focus', async () => {
    const widget = await ready(html`<mp-saved-cards public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`);
    await widget.standIn.focus('securityCode');
    await widget.settled();
    expect(widget.part('field')?.classList.contains('focus')).to.equal(true);
    await widget.standIn.blur('securityCode');
    await widget.settled();
    expect(widget.part('field')?.classList.contains('focus')).to.equal(false);
  });
});
