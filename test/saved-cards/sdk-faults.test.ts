import { expect, html } from '@open-wc/testing';
import { configureSdk } from '../../src/elements.js';
import { installMercadoPago } from '../../src/testing/index.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { amex, mastercard, visa } from '../support/cards.js';
import { driveTime } from '../support/clock.js';
import { esAr } from '../support/messages.js';
import { afterTest, CODE, mount, mountReady, nextKey, type SavedCards } from '../support/saved-cards-harness.js';

interface CardError {
  error: Error & { code: string };
  phase: string;
}

const errors = (widget: SavedCards) =>
  widget.events.of<CardError>('card-error').map(({ error, phase }) => `${phase} ${error.code}`);

const withKey = (key: string) =>
  mount(html`<mp-saved-cards locale="es-AR" public-key=${key} .cards=${[visa, amex]}></mp-saved-cards>`);

describe('a public key', () => {
  for (const key of ['', 'my-key', 'TEST-with space', 'APP_USR-of-a-page-without-https']) {
    it(`"${key}" is a configuration error that names the fix, once`, async () => {
      const widget = await withKey(key);
      await widget.events.times('card-error');
      await widget.settled();
      expect(errors(widget)).to.deep.equal(['sdk configuration']);
      const [line] = widget.log.of('error');
      expect(line).to.match(/public-key must be|Serve the page over https/);
      expect(widget.element.state).to.equal('error');
      expect(widget.notice).to.equal(esAr.unavailable);
      expect(widget.rows).to.have.length(2);
    });
  }

  it('that the page corrects brings the field', async () => {
    const widget = await withKey('');
    await widget.events.times('card-error');
    widget.element.publicKey = nextKey();
    await widget.ready();
    expect(widget.element.state).to.equal('ready');
    expect(widget.notice).to.equal('');
  });
});

describe('a script that is blocked', () => {
  const blocked = () => {
    configureSdk({ url: '/no-such-script.js' });
    afterTest(() => configureSdk({ url: 'https://sdk.mercadopago.com/js/v2' }));
    return mount(
      html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa, mastercard]}></mp-saved-cards>`,
      { standIn: null },
    );
  };

  it('is shown once, in the chosen row, with a retry', async () => {
    const widget = await blocked();
    await widget.choose(1);
    await widget.events.times('card-error');
    await widget.settled();
    expect(errors(widget)).to.deep.equal(['sdk sdk-blocked']);
    expect(widget.element.state).to.equal('error');
    expect(widget.element.complete).to.equal(false);
    expect(widget.notice).to.equal(esAr.mercadoPagoFailed);
    expect(widget.liveRegion).to.equal(esAr.mercadoPagoFailed);
    expect(widget.part('field')).to.equal(null);
  });

  it('makes no token, and says why only once', async () => {
    const widget = await blocked();
    await widget.events.times('card-error');
    await widget.expectTokenError('sdk-blocked');
    expect(widget.root.querySelectorAll('[part=notice]')).to.have.length(1);
  });

  it('comes with a retry, also after an attempt to pay, and a token can be made', async () => {
    const widget = await blocked();
    await widget.events.times('card-error');
    await widget.expectTokenError('sdk-blocked');
    const standIn = installMercadoPago();
    afterTest(() => standIn.uninstall());
    await widget.click('[part=notice] button');
    await standIn.ready('securityCode');
    await widget.settled();
    expect([widget.notice, widget.liveRegion]).to.deep.equal(['', '']);
    await standIn.type('securityCode', CODE);
    expect((await widget.element.tokenize()).cardId).to.equal('1001');
    await widget.settled();
    expect(widget.notice).to.equal('');
  });
});

describe('a field that never becomes ready', () => {
  const silent = async () => {
    const clock = driveTime();
    const widget = await mount(
      html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa, mastercard]}></mp-saved-cards>`,
      { before: (standIn) => (standIn.readiness = 'silent') },
    );
    await clock.tickAsync(TIMEOUT.fieldReady - 1);
    expect(widget.element.state).to.equal('ready');
    await clock.tickAsync(1);
    await widget.settled();
    return widget;
  };

  it('is shown after 10 seconds, with a retry that brings it', async () => {
    const widget = await silent();
    expect(errors(widget)).to.deep.equal(['field field-timeout']);
    expect(widget.notice).to.equal(esAr.mercadoPagoFailed);
    widget.standIn.readiness = 'prompt';
    await widget.click('[part=notice] button');
    await widget.ready();
    expect(widget.notice).to.equal('');
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });

  it('is asked for a token all the same, since its frame may work', async () => {
    const widget = await silent();
    const { frame } = widget;
    expect(widget.part('field')).not.to.equal(null);
    void widget.element.tokenize().catch(() => {});
    await widget.events.times('state-change');
    await widget.settled();
    expect(widget.frame).to.equal(frame);
    expect(widget.standIn.callsOf('fields.createCardToken')).to.have.length(1);
  });

  it('of a build that reports nothing at all takes a code and gives a token', async () => {
    const clock = driveTime();
    const widget = await mount(
      html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`,
      { standIn: { oldBuild: true } },
    );
    await widget.standIn.type('securityCode', CODE);
    const token = widget.element.tokenize();
    await clock.tickAsync(TIMEOUT.fieldReady);
    expect((await token).cardId).to.equal('1001');
  });

  it('but says that it cannot be loaded is shown at once', async () => {
    const widget = await mount(
      html`<mp-saved-cards locale="es-AR" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`,
      { before: (standIn) => (standIn.readiness = 'load-error') },
    );
    await widget.events.times('card-error');
    await widget.settled();
    expect(errors(widget)).to.deep.equal(['field field-timeout']);
    expect(widget.notice).to.equal(esAr.mercadoPagoFailed);
  });
});

describe('a frame that is lost', () => {
  it('with its container, and digits in it, is replaced, and the shopper is asked for the code again', async () => {
    const widget = await mountReady([visa]);
    await widget.type(CODE);
    widget.element.replaceChildren();
    const [{ error, phase }] = (await widget.events.times<CardError>('card-error')) as [CardError];
    await widget.settled();
    expect(`${phase} ${error.code}`).to.equal('field field-lost');
    expect(widget.codeError).to.equal(esAr.enterCode(3));
    expect(widget.codeInput.value).to.equal('');
    expect((await widget.tokenize()).cardId).to.equal('1001');
  });

  it('with its container, and empty, is replaced without a message', async () => {
    const widget = await mountReady([visa]);
    const { frame } = widget;
    widget.element.replaceChildren();
    await widget.settled();
    await widget.ready();
    expect(widget.frame).not.to.equal(frame);
    expect(errors(widget)).to.deep.equal([]);
    expect(widget.codeError).to.equal('');
  });

  it('by a reload with digits in it asks for the code again', async () => {
    const widget = await mountReady([visa]);
    await widget.type(CODE);
    widget.frame.contentWindow?.location.reload();
    await widget.events.times('card-error');
    await widget.settled();
    expect(errors(widget)).to.deep.equal(['field field-lost']);
    expect(widget.codeError).to.equal(esAr.enterCode(3));
    expect(widget.element.complete).to.equal(false);
  });
});

describe('two elements on one page', () => {
  it('share the one field: the code of the other is never used, and a shopper’s act takes the field back', async () => {
    const key = nextKey();
    const first = await mount(
      html`<div>
        <mp-saved-cards locale="es-AR" public-key=${key} .cards=${[visa, mastercard]}></mp-saved-cards>
        <mp-saved-cards locale="es-AR" public-key=${key} .cards=${[amex, mastercard]}></mp-saved-cards>
      </div>`,
    );
    await first.ready();
    const second = first.beside('mp-saved-cards:last-child');
    await first.type(CODE);
    expect(second.text('button')).to.equal(esAr.useHere);

    await second.expectTokenError('code-incomplete');
    expect(first.standIn.callsOf('fields.createCardToken')).to.deep.equal([]);
    await second.type('7391');
    expect((await second.element.tokenize()).cardId).to.equal('1003');
    expect(first.text('button')).to.equal(esAr.useHere);
    await first.choose(1);
    expect((await first.tokenize()).cardId).to.equal('1002');
  });

  for (const digits of ['', '12']) {
    it(`that is removed alone is mounted again, with "${digits}" typed`, async () => {
      const widget = await mountReady([visa]);
      if (digits) await widget.type(digits);
      const { frame } = widget;
      frame.remove();
      await Promise.resolve();
      await widget.ready();
      expect(widget.frame).not.to.equal(frame);
      expect(widget.element.complete).to.equal(false);
    });
  }
});
