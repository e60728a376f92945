import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { expect } from '@open-wc/testing';
import { CARD_FIELDS } from '../../src/mercadopago/card-fields.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { looks } from './card-element.js';
import { CodeBench } from './code-bench.js';
import { NESTINGS } from './nesting.js';

const APRO = { cardholderName: 'APRO' };

describe('the fields of a new card', () => {
  let bench: CodeBench;

  beforeEach(async () => {
    bench = await CodeBench.open();
  });

  afterEach(() => bench.close());

  const fill = async () => {
    await bench.standIn.type('cardNumber', '5031755734530604');
    await bench.standIn.type('expirationDate', '1130');
    await bench.standIn.type('securityCode', '123');
  };
  const values = () => CARD_FIELDS.map((type) => bench.standIn.input(type).value);
  const mountedTypes = () => bench.standIn.fields.map(({ type }) => type);
  /** Settles when each frame has heard what the page told it. */
  const heardByFrames = async () => {
    for (const type of CARD_FIELDS) await bench.standIn.blur(type);
  };

  describe('when they are shown', () => {
    it('are three frames, named and described for the shopper, the number first', async () => {
      const { events, fields } = await bench.shownCard();
      expect(mountedTypes()).to.deep.equal(['cardNumber', 'expirationDate', 'securityCode']);
      expect(bench.frame?.dataset['primary']).to.equal('true');
      expect(events[0]).to.deep.equal({ type: 'opening' });
      expect(fields.isReady).to.equal(true);
      for (const { type, iframe } of bench.standIn.fields) {
        const input = bench.standIn.input(type);
        const { label, placeholder } = looks[type as 'cardNumber'];
        expect(iframe.title).to.equal(label);
        expect(input.getAttribute('aria-label')).to.equal(label);
        expect(input.getAttribute('aria-required')).to.equal('true');
        expect(input.placeholder).to.equal(placeholder);
        expect(input.style.color).to.equal('rgb(1, 2, 3)');
      }
    });

    it('say of each when it is ready', async () => {
      const { of } = await bench.shownCard().then((element) => ({ of: element.of.bind(element) }));
      for (const field of CARD_FIELDS) expect(of('ready', field)).to.deep.equal([{ type: 'ready', field }]);
    });

    it('are not ready before the last is', async () => {
      const release = bench.standIn.hold('ready');
      const element = bench.cardElement();
      element.fields.show(bench.sdk, looks, false);
      expect([element.fields.isOpen, element.fields.isReady]).to.deep.equal([true, false]);
      release();
      await element.times('ready', 3);
      expect(element.fields.isReady).to.equal(true);
    });

    for (const [where, ...roots] of NESTINGS) {
      it(`in ${where} make a token, and leave nothing behind`, async () => {
        const { fields, element } = await bench.shownCard(...roots);
        await fill();
        expect((await bench.sdk.createCardToken(APRO)).id).to.not.equal('');
        fields.close();
        expect(bench.standIn.fields).to.be.empty;
        expect(element.childNodes).to.have.length(0);
      });
    }
  });

  describe('tell their element', () => {
    it('of focus, blur and what is typed, each for itself', async () => {
      const element = await bench.shownCard();
      await bench.standIn.type('expirationDate', '1');
      await bench.standIn.blur('expirationDate');
      expect(element.events.slice(4)).to.deep.equal([
        { type: 'focus', field: 'expirationDate' },
        { type: 'change', byShopper: true, field: 'expirationDate' },
        { type: 'validity', valid: false, causes: element.of('validity')[0]?.causes, field: 'expirationDate' },
        { type: 'blur', field: 'expirationDate' },
      ]);
    });

    it('why a content is not valid, and that it is', async () => {
      const element = await bench.shownCard();
      await bench.standIn.type('securityCode', 'x');
      expect(element.of('validity')[0]?.causes).to.deep.equal(['invalid_type', 'invalid_length']);
      await bench.standIn.clear('securityCode');
      await bench.standIn.type('securityCode', '123');
      expect(element.of('validity').at(-1)).to.include({ valid: true }).and.deep.include({ causes: [] });
    });

    it('of the first digits, and that they are gone', async () => {
      const element = await bench.shownCard();
      await bench.standIn.type('cardNumber', '503175573');
      await bench.standIn.clear('cardNumber');
      expect(element.of('binChange').map(({ bin }) => bin)).to.deep.equal(['50317557', null]);
    });
  });

  describe('take what is learned of the card', () => {
    it('without losing what was typed', async () => {
      const { fields } = await bench.shownCard();
      await bench.standIn.type('cardNumber', '37118030');
      fields.updateNumber({ length: 15, validation: 'standard' });
      fields.updateCode({ length: 4, mode: 'mandatory' });
      await heardByFrames();
      expect(bench.standIn.input('cardNumber').value.replace(/ /g, '')).to.equal('37118030');
      expect(bench.standIn.input('cardNumber').maxLength).to.equal(18); // 15 digits and spaces
      expect(bench.standIn.input('securityCode').maxLength).to.equal(4);
    });

    it('before they are ready too', async () => {
      const release = bench.standIn.hold('ready');
      const element = bench.cardElement();
      element.fields.show(bench.sdk, looks, false);
      element.fields.updateCode({ length: 4, mode: 'mandatory' });
      release();
      await element.times('ready', 3);
      await heardByFrames();
      expect(bench.standIn.input('securityCode').maxLength).to.equal(4);
    });

    it('as a code that may be left out when the card has none', async () => {
      const { fields } = await bench.shownCard();
      fields.updateCode({ length: 0, mode: 'none' });
      await bench.standIn.type('cardNumber', '5031755734530604');
      await bench.standIn.type('expirationDate', '1130');
      expect((await bench.sdk.createCardToken(APRO)).id).to.not.equal('');
    });

    it('and a number that fails Luhn’s check is not valid, once the check is known to apply', async () => {
      const element = await bench.shownCard();
      element.fields.updateNumber({ length: 16, validation: 'standard' });
      await bench.standIn.type('cardNumber', '5031755734530605');
      expect(element.of('validity', 'cardNumber').at(-1)?.causes).to.deep.equal(['invalid_value']);
    });

    it('and an unknown length is not told, which the SDK would warn of', async () => {
      const { fields } = await bench.shownCard();
      const before = bench.standIn.callsOf('field.update').length;
      fields.updateNumber({ length: null, validation: 'standard' });
      expect(bench.standIn.callsOf('field.update')).to.have.length(before);
    });
  });

  describe('on request', () => {
    it('take the focus, each for itself', async () => {
      const { fields } = await bench.shownCard();
      for (const type of CARD_FIELDS) {
        expect(fields.focus(type)).to.equal(true);
        expect(document.activeElement).to.equal(bench.standIn.fields.find((field) => field.type === type)?.iframe);
      }
    });

    it('say that one is wrong, and that it no longer is', async () => {
      const { fields } = await bench.shownCard();
      for (const invalid of [true, false]) {
        fields.setInvalid('cardNumber', invalid);
        await heardByFrames();
        expect(bench.standIn.input('cardNumber').getAttribute('aria-invalid')).to.equal(String(invalid));
        expect(bench.standIn.input('securityCode').getAttribute('aria-invalid')).not.to.equal('true');
      }
    });

    it('are emptied', async () => {
      const element = await bench.shownCard();
      await fill();
      element.fields.clear();
      await element.times('ready', 6);
      expect(values()).to.deep.equal(['', '', '']);
      expect(element.of('ready').some(({ lost }) => lost)).to.equal(false);
      expect(bench.standIn.fields).to.have.length(3);
    });

    it('do nothing while they are not shown', () => {
      const { fields } = bench.cardElement();
      fields.clear();
      fields.setInvalid('cardNumber', true);
      fields.updateNumber({ length: 16, validation: 'none' });
      fields.updateCode({ length: 3, mode: 'mandatory' });
      expect(fields.focus('cardNumber')).to.equal(false);
      expect([fields.isOpen, fields.isReady]).to.deep.equal([false, false]);
    });
  });

  describe('in another language', () => {
    const spanish = {
      ...looks,
      cardNumber: { label: 'Número de tarjeta', placeholder: '0000' },
    };

    it('are named anew while they are empty', async () => {
      const element = await bench.shownCard();
      element.fields.show(bench.sdk, spanish, false);
      await element.times('ready', 6);
      expect(bench.frame?.title).to.equal('Número de tarjeta');
    });

    it('keep what was typed, and are named anew when they are emptied', async () => {
      const element = await bench.shownCard();
      await fill();
      element.fields.show(bench.sdk, spanish, false);
      await heardByFrames();
      expect(values()[2]).to.equal('123');
      expect(bench.standIn.input('cardNumber').placeholder).to.equal('0000');
      element.fields.clear();
      await element.times('ready', 6);
      expect(bench.frame?.title).to.equal('Número de tarjeta');
    });

    it('stay as they are when nothing changes', async () => {
      const { fields } = await bench.shownCard();
      const { frame } = bench;
      fields.show(bench.sdk, looks, true);
      expect(bench.frame).to.equal(frame);
    });
  });

  describe('whose fault', () => {
    let clock: Clock | undefined;
    afterEach(() => clock?.uninstall());

    it('is silence is told once, with the frames kept, and mended by a late ready', async () => {
      clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout'] });
      const release = bench.standIn.hold('ready');
      const element = bench.cardElement();
      element.fields.show(bench.sdk, looks, false);
      clock.tick(TIMEOUT.fieldReady);
      expect(element.of('failed').map(({ error }) => error.code)).to.deep.equal(['field-timeout']);
      expect(element.fields.isOpen).to.equal(true);
      release();
      await element.times('ready', 3);
      expect(element.fields.isReady).to.equal(true);
    });

    it('the SDK tells itself leaves no frame that would look like a field', async () => {
      bench.standIn.readiness = 'load-error';
      const element = bench.cardElement();
      element.fields.show(bench.sdk, looks, false);
      await element.times('failed', 1);
      expect(element.of('failed')).to.have.length(1);
      expect(bench.standIn.fields).to.be.empty;
      expect(element.element.childNodes).to.have.length(0);
    });

    it('is that the SDK refuses the third leaves nothing of the first two', () => {
      const container = document.createElement('div');
      container.id = 'of-the-page';
      document.body.append(container);
      const ofThePage = bench.sdk.createField('securityCode', {});
      ofThePage.mount(container.id);
      const element = bench.cardElement();
      element.fields.show(bench.sdk, looks, false);
      expect(element.of('failed').map(({ error }) => error.code)).to.deep.equal(['sdk-broken']);
      expect(mountedTypes()).to.deep.equal(['securityCode']);
      expect(element.fields.isOpen).to.equal(false);
      ofThePage.unmount();
      container.remove();
    });

    it('is the page’s that wipes them is mended, and told of those that held digits', async () => {
      const element = await bench.shownCard();
      await bench.standIn.type('cardNumber', '5031');
      element.element.replaceChildren();
      await element.times('ready', 6);
      expect(element.of('ready', 'cardNumber')[1]?.lost?.code).to.equal('field-lost');
      expect(element.of('ready', 'securityCode')[1]?.lost).to.equal(undefined);
      expect(bench.standIn.fields).to.have.length(3);
      expect(element.of('opening')).to.have.length(2);
    });

    it('is the page’s that moves the element is told of each that held digits', async () => {
      const element = await bench.shownCard();
      await bench.standIn.type('securityCode', '12');
      element.element.parentNode?.appendChild(element.element);
      await element.times('ready', 6);
      expect(element.of('ready', 'securityCode')[1]?.lost?.code).to.equal('field-lost');
      expect(element.of('ready', 'cardNumber')[1]?.lost).to.equal(undefined);
    });
  });

  describe('after a change of the theme', () => {
    it('have the text style of now and what was typed', async () => {
      const element = await bench.shownCard();
      await fill();
      const { frame } = bench;
      element.color = 'rgb(9, 9, 9)';
      element.fields.restyle();
      await heardByFrames();
      expect(bench.standIn.input('cardNumber').style.color).to.equal('rgb(9, 9, 9)');
      expect(bench.frame).to.equal(frame);
      expect(values()[2]).to.equal('123');
    });

    it('are told nothing when their style is the same', async () => {
      const { fields } = await bench.shownCard();
      const before = bench.standIn.callsOf('field.update').length;
      fields.restyle();
      expect(bench.standIn.callsOf('field.update')).to.have.length(before);
    });

    it('have it after a reload too', async () => {
      const element = await bench.shownCard();
      element.color = 'rgb(9, 9, 9)';
      element.fields.restyle();
      element.element.parentNode?.appendChild(element.element);
      await element.times('ready', 6);
      await heardByFrames();
      expect(bench.standIn.input('cardNumber').style.color).to.equal('rgb(9, 9, 9)');
    });
  });
});

describe('the fields of a new card in an old build', () => {
  const { warn } = console;
  let bench: CodeBench;

  beforeEach(async () => {
    console.warn = () => {}; // it warns of every event that it does not know
    bench = await CodeBench.open({ oldBuild: true });
  });

  afterEach(() => {
    console.warn = warn;
    bench.close();
  });

  const shown = async () => {
    const element = bench.cardElement();
    element.fields.show(bench.sdk, looks, false);
    for (const type of CARD_FIELDS) await bench.standIn.ready(type);
    return element;
  };

  it('are there to be typed into', async () => {
    await shown();
    await bench.standIn.type('cardNumber', '5031755734530604');
    await bench.standIn.type('expirationDate', '1130');
    await bench.standIn.type('securityCode', '123');
    expect((await bench.sdk.createCardToken(APRO)).id).to.not.equal('');
  });

  it('cannot be focused, marked or told the card’s rules, and do not throw', async () => {
    const { fields } = await shown();
    for (const type of CARD_FIELDS) {
      expect(fields.focus(type)).to.equal(false);
      fields.setInvalid(type, true);
    }
    fields.updateNumber({ length: 16, validation: 'standard' });
    fields.updateCode({ length: 4, mode: 'mandatory' });
    fields.show(bench.sdk, looks, true);
    expect(bench.standIn.fields).to.have.length(3);
  });

  it('are mounted anew after a change of the theme, since they cannot be told of it', async () => {
    const element = await shown();
    const { frame } = bench;
    element.fields.restyle();
    expect(bench.frame).to.equal(frame);
    element.color = 'rgb(9, 9, 9)';
    element.fields.restyle();
    expect(bench.frame).to.be.instanceOf(HTMLIFrameElement).and.not.equal(frame);
    await bench.standIn.ready('cardNumber');
    expect(bench.standIn.input('cardNumber').style.color).to.equal('rgb(9, 9, 9)');
  });
});
