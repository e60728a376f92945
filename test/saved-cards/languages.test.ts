import { expect, html } from '@open-wc/testing';
import { amex, visa } from '../support/cards.js';
import { CODE, mountReady, nextKey, ready, type SavedCards } from '../support/saved-cards-harness.js';
import { nest } from '../support/outer-app.js';

const heading = ({ root }: SavedCards) => root.querySelector('[role=radiogroup]')?.ariaLabel;

const locales: [locale: string, sdkLocale: string, heading: string, missing: string][] = [
  ['es-AR', 'es-AR', 'Tus tarjetas guardadas', 'Ingresá los 3 dígitos del código de seguridad.'],
  ['es-UY', 'es-UY', 'Tus tarjetas guardadas', 'Ingresá los 3 dígitos del código de seguridad.'],
  ['es-MX', 'es-MX', 'Tus tarjetas guardadas', 'Ingresa los 3 dígitos del código de seguridad.'],
  ['es-CL', 'es-CL', 'Tus tarjetas guardadas', 'Ingresa los 3 dígitos del código de seguridad.'],
  ['es-CO', 'es-CO', 'Tus tarjetas guardadas', 'Ingresa los 3 dígitos del código de seguridad.'],
  ['es-PE', 'es-PE', 'Tus tarjetas guardadas', 'Ingresa los 3 dígitos del código de seguridad.'],
  ['es-VE', 'es-VE', 'Tus tarjetas guardadas', 'Ingresa los 3 dígitos del código de seguridad.'],
  ['pt-BR', 'pt-BR', 'Seus cartões salvos', 'Digite os 3 dígitos do código de segurança.'],
  ['en-US', 'en-US', 'Your saved cards', 'Enter the 3-digit security code.'],
  ['es', 'es-MX', 'Tus tarjetas guardadas', 'Ingresa los 3 dígitos del código de seguridad.'],
  ['pt', 'pt-BR', 'Seus cartões salvos', 'Digite os 3 dígitos do código de segurança.'],
];

describe('the language of <mp-saved-cards>', () => {
  for (const [locale, sdkLocale, name, missing] of locales) {
    it(`is ${locale} for the shopper and ${sdkLocale} for MercadoPago.js`, async () => {
      const widget = await ready(
        html`<mp-saved-cards locale=${locale} public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>`,
      );
      expect(heading(widget)).to.equal(name);
      widget.element.reportValidity();
      await widget.settled();
      expect(widget.codeError).to.equal(missing);
      const [call] = widget.standIn.callsOf('MercadoPago');
      expect(call?.arguments[1]).to.include({ locale: sdkLocale });
      expect(widget.codeInput.ariaLabel).to.equal(widget.text('.field-label'));
    });
  }

  it('is that of the closest lang, across shadow roots', async () => {
    const { outer, element } = nest(['outer-app', 'outer-app'], [visa]);
    element.locale = '';
    const widget = await ready(html`<div lang="pt">${outer}</div>`);
    expect(heading(widget)).to.equal('Seus cartões salvos');
  });

  it('is that of its own lang before any other', async () => {
    const widget = await ready(
      html`<div lang="pt">
        <mp-saved-cards lang="es-AR" public-key=${nextKey()} .cards=${[visa]}></mp-saved-cards>
      </div>`,
    );
    expect(heading(widget)).to.equal('Tus tarjetas guardadas');
  });

  it('changes at run time, the frame with it, and the choice stays', async () => {
    const widget = await mountReady([visa, amex]);
    await widget.choose(1);
    widget.element.locale = 'en-US';
    await widget.settled();
    await widget.ready();
    expect(heading(widget)).to.equal('Your saved cards');
    expect(widget.hint).to.equal('4 digits on the front of the card');
    expect(widget.frame.title).to.equal('Security code');
    expect(widget.codeInput.ariaLabel).to.equal('Security code');
    expect(widget.element.cardId).to.equal('1003');
  });

  it('changes at run time without taking away what was typed', async () => {
    const widget = await mountReady([visa]);
    await widget.type(CODE);
    widget.element.locale = 'en-US';
    await widget.settled();
    expect(heading(widget)).to.equal('Your saved cards');
    expect(widget.frame.title).to.equal('Security code');
    expect(widget.codeInput.value).to.equal(CODE);
    expect(widget.element.complete).to.equal(true);
  });

  it('has single words replaced by messages, in the frame too', async () => {
    const messages = {
      heading: 'Mis tarjetas',
      securityCode: 'CVV',
      enterCode: (length: number) => `CVV de ${length}`,
    };
    const widget = await ready(
      html`<mp-saved-cards
        locale="es-AR"
        public-key=${nextKey()}
        .messages=${messages}
        .cards=${[visa]}
      ></mp-saved-cards>`,
    );
    widget.element.reportValidity();
    await widget.settled();
    expect(heading(widget)).to.equal('Mis tarjetas');
    expect(widget.text('.field-label')).to.equal('CVV');
    expect(widget.codeInput.ariaLabel).to.equal('CVV');
    expect(widget.codeError).to.equal('CVV de 3');
    expect(widget.rows[0]).to.contain('terminada en 3704');
  });
});
