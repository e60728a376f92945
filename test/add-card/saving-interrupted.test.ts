import { expect, html, nextFrame } from '@open-wc/testing';
import { AMEX, VISA, mountForm, readyForm, savedVisa, type AddCard } from '../support/add-card-harness.js';
import { ScriptedMerchant } from '../support/merchant.js';
import { esAr } from '../support/messages.js';
import { nextKey } from '../support/saved-cards-harness.js';

const methods = ({ requests }: ScriptedMerchant) => requests.map(({ init }) => init.method ?? 'GET');

/** The request is on its way. */
async function sent(merchant: ScriptedMerchant, count = 1): Promise<void> {
  while (merchant.requests.length < count) await new Promise((resolve) => setTimeout(resolve));
}

/** A button that opens the form, and the form opened with it. */
async function openedForm(merchant: ScriptedMerchant): Promise<AddCard> {
  const form = await mountForm(
    html`<mp-add-card
      locale="es-AR"
      public-key=${nextKey()}
      endpoint="/api/cards"
      .fetch=${merchant.fetch}
    ></mp-add-card>`,
  );
  await form.click('.opener');
  await form.ready();
  return form;
}

describe('a card of which it is not known whether it was saved', () => {
  const endings: [how: string, act: (form: AddCard) => unknown][] = [
    ['a reset', (form) => form.element.reset()],
    [
      'a page that was left and shown again',
      () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    ],
    [
      'a cancel',
      async (form) => {
        await form.click('.quiet');
        await form.click('.opener');
      },
    ],
    [
      'an element that went and came back',
      async (form) => {
        const { page } = form;
        const next = document.createElement('div');
        page.before(next);
        form.element.remove();
        await new Promise((resolve) => setTimeout(resolve));
        next.append(form.element);
        await nextFrame();
      },
    ],
  ];
  for (const [how, act] of endings) {
    it(`is looked for in the list after ${how}, before it is sent again`, async () => {
      const merchant = new ScriptedMerchant().status(500).cards([savedVisa]);
      const form = await openedForm(merchant);
      await form.typeCard();
      await form.codeOf(form.element.save());
      await act(form);
      await form.ready();
      await form.typeCard();
      const card = await form.element.save();
      expect(card.lastFourDigits).to.equal('3704');
      expect(methods(merchant)).to.deep.equal(['POST', 'GET']);
    });

    it(`is not sent again by an empty form after ${how}`, async () => {
      const merchant = new ScriptedMerchant().status(500).cards(savedVisa);
      const form = await openedForm(merchant);
      await form.typeCard();
      await form.codeOf(form.element.save());
      await act(form);
      await form.ready();
      expect(await form.codeOf(form.element.save())).to.equal('code-incomplete');
      expect(form.errors).to.include(esAr.enterNumber);
      expect(methods(merchant)).to.deep.equal(['POST']);
    });
  }
});

/** A save for which Mercado Pago has not made the token yet. */
async function waitingForToken(merchant: ScriptedMerchant, card = VISA) {
  const form = await readyForm(merchant);
  const release = form.standIn.hold('token');
  await form.typeCard(card);
  const saving = form.codeOf(form.element.save());
  while (form.standIn.callsOf('fields.createCardToken').length === 0) await nextFrame();
  return { form, saving, release };
}

describe('a card that is being saved', () => {
  it('is not cancelled by a press on Cancel', async () => {
    const merchant = new ScriptedMerchant();
    const release = merchant.delayed(savedVisa);
    const form = await openedForm(merchant);
    await form.typeCard();
    const saving = form.element.save();
    await sent(merchant);
    await form.settled();
    expect(form.button('.quiet').disabled).to.equal(true);
    release();
    await saving;
    await form.settled();
    expect(form.isOpen).to.equal(false);
    expect(form.notice).to.contain('3704');
  });

  it('is saved and reported before the form closes as the page asked', async () => {
    const merchant = new ScriptedMerchant();
    const release = merchant.delayed(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard();
    const saving = form.element.save();
    form.element.open = false;
    await form.settled();
    expect(form.element.state).to.equal('saving');
    await sent(merchant);
    release();
    await saving;
    await form.settled();
    expect([form.isOpen, form.element.state]).to.deep.equal([false, 'closed']);
    expect(form.events.of('card-added')).to.have.length(1);
  });

  it('that the shop refuses keeps the form open that the page closed meanwhile, and says why', async () => {
    const { form, saving, release } = await waitingForToken(new ScriptedMerchant().status(500));
    form.element.open = false;
    await form.settled();
    expect(form.element.state).to.equal('saving');
    release();
    expect(await saving).to.equal('endpoint-status');
    await form.settled();
    expect([form.isOpen, form.element.open, form.element.state]).to.deep.equal([true, true, 'ready']);
    expect(form.element.hasAttribute('open')).to.equal(true);
    expect(form.notice).to.equal(esAr.saveUnknown);
    expect(form.liveRegion).to.contain(esAr.saveUnknown);
    await form.expectAccessible();
    form.element.open = false;
    await form.settled();
    expect([form.isOpen, form.element.state]).to.deep.equal([false, 'closed']);
  });

  it('whose number Mercado Pago refuses keeps that form open too, with the error at its field', async () => {
    const wrong = { ...VISA, number: '4509953566233705' };
    const { form, saving, release } = await waitingForToken(new ScriptedMerchant(), wrong);
    form.element.open = false;
    await form.settled();
    release();
    expect(await saving).to.equal('token-refused');
    await form.settled();
    expect([form.isOpen, form.element.open]).to.deep.equal([true, true]);
    expect(form.error('cardNumber')).to.equal('Revisá el número de la tarjeta.');
  });

  it('gives way to the next one after a reset', async () => {
    const merchant = new ScriptedMerchant().silence().cards([]).cards(savedVisa);
    const form = await readyForm(merchant);
    await form.typeCard(AMEX);
    const first = form.codeOf(form.element.save());
    await sent(merchant);
    form.element.reset();
    expect(await first).to.equal('aborted');
    await form.ready();
    await form.typeCard(VISA);
    expect((await form.element.save()).lastFourDigits).to.equal('3704');
    expect(methods(merchant)).to.deep.equal(['POST', 'GET', 'POST']);
    expect(form.events.of('card-error')).to.deep.equal([]);
  });

  it('is given up at once when its fields go with a move of the element, before there is a token', async () => {
    const merchant = new ScriptedMerchant().cards(savedVisa);
    const { form, saving } = await waitingForToken(merchant);
    const elsewhere = document.createElement('div');
    form.page.after(elsewhere);
    elsewhere.append(form.element);
    expect(await saving).to.equal('field-lost');
    await form.ready();
    expect(form.element.state).to.equal('ready');
    expect(merchant.requests).to.be.empty;
    elsewhere.remove();
  });

  it('is forgotten when the element leaves the page before there is a token, and comes back', async () => {
    const merchant = new ScriptedMerchant().cards(savedVisa);
    const { form, saving } = await waitingForToken(merchant);
    const place = document.createElement('div');
    form.page.after(place);
    form.element.remove();
    expect(await saving).to.equal('aborted');
    place.append(form.element);
    await form.ready();
    expect(form.element.state).to.equal('ready');
    // What was typed went with the fields, and that is all that is said.
    while (form.error('cardNumber') === '') await nextFrame();
    expect(form.liveRegion).not.to.contain(esAr.saving);
  });
});

describe('after a payment', () => {
  const paid = async (merchant: ScriptedMerchant) => {
    const form = await readyForm(merchant);
    form.element.intent = 'pay';
    await form.settled();
    await form.typeCard();
    await form.element.tokenize();
    return form;
  };

  it('a save that fails says that the payment is made, and has a button of its own', async () => {
    const merchant = new ScriptedMerchant().status(500).cards(savedVisa);
    const form = await paid(merchant);
    await form.codeOf(form.element.save());
    expect(form.notice).to.equal(`${esAr.saveUnknown} ${esAr.paymentUnaffected}`);
    expect(form.liveRegion).to.contain(esAr.paymentUnaffected);
    const again = form.root.querySelector<HTMLButtonElement>('.form > button')!;
    expect(again.textContent?.trim()).to.equal(esAr.saveCard);
    await form.expectAccessible();
    const added = form.events.times('card-added');
    again.click();
    await added;
    await form.settled();
    expect(methods(merchant)).to.deep.equal(['POST', 'POST']);
    expect(form.isOpen).to.equal(false);
  });

  it('a form that was closed opens when the page opens it, and says that the payment is made', async () => {
    const form = await paid(new ScriptedMerchant());
    form.element.paymentResult('approved');
    form.element.open = false;
    await form.settled();
    expect([form.button('.opener') !== null, form.element.state]).to.deep.equal([true, 'paid']);
    form.element.open = true;
    await form.settled();
    expect([form.root.querySelector('.opener'), form.element.open, form.element.state]).to.deep.equal([
      null,
      true,
      'paid',
    ]);
    expect(form.liveRegion).to.contain(esAr.paid);
    await form.expectAccessible();
  });

  it('shows that the card is being saved', async () => {
    const merchant = new ScriptedMerchant();
    const release = merchant.delayed(savedVisa);
    const form = await paid(merchant);
    const saving = form.element.save();
    await sent(merchant);
    await form.settled();
    const busy = form.root.querySelector('.form > button')!;
    expect([busy.textContent?.trim(), busy.ariaBusy]).to.deep.equal([esAr.saving, 'true']);
    expect(form.liveRegion).to.equal(esAr.saving);
    release();
    await saving;
  });

  it('says nothing of saving while it is not wanted', async () => {
    const form = await paid(new ScriptedMerchant());
    expect(form.root.querySelector('.form > button')).to.equal(null);
  });
});

describe('known to be incomplete', () => {
  for (const act of ['save', 'tokenize'] as const) {
    it(`a card causes no event at ${act}(), and no request is sent`, async () => {
      const form = await readyForm(new ScriptedMerchant());
      const before = form.events.of('state-change').length;
      let asked = 0;
      form.element.addEventListener('before-tokenize', () => asked++);
      expect(await form.codeOf(form.element[act]())).to.equal('code-incomplete');
      expect(asked).to.equal(0);
      expect(form.events.of('state-change')).to.have.length(before);
      expect(form.errors).to.include(esAr.enterNumber);
    });
  }
});

describe('frames that do not come', () => {
  it('are reported once, however often the form changes its size, and stay away until the shopper tries again', async () => {
    const form = await mountForm(
      html`<mp-add-card open locale="es-AR" public-key=${nextKey()} endpoint="/api/cards"></mp-add-card>`,
      { before: (standIn) => (standIn.readiness = 'load-error') },
    );
    await form.events.times('card-error');
    for (const width of ['300px', '500px', '300px']) {
      form.page.style.width = width;
      await nextFrame();
      await nextFrame();
    }
    expect(form.events.of('card-error')).to.have.length(1);
    expect(form.button('.notice button').textContent?.trim()).to.equal(esAr.retry);
    form.standIn.readiness = 'prompt';
    await form.click('.notice button');
    await form.ready();
    expect([form.notice, form.element.state]).to.deep.equal(['', 'ready']);
  });
});
