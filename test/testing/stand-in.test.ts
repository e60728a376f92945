import { expect } from '@open-wc/testing';
import { installMercadoPago, type StandIn } from '../../src/testing/index.js';

const added: HTMLElement[] = [];
const installed: StandIn[] = [];

const install = (...options: Parameters<typeof installMercadoPago>) => {
  const standIn = installMercadoPago(...options);
  installed.push(standIn);
  return standIn;
};

const mountCode = (standIn: StandIn) => {
  const box = document.createElement('div');
  box.id = 'code';
  added.push(box);
  document.body.append(box);
  const mp = new standIn.MercadoPago('TEST-key', { locale: 'es-AR' });
  const field = mp.fields.create('securityCode');
  const heard: string[] = [];
  for (const event of ['ready', 'focus', 'blur', 'change', 'validityChange'] as const) {
    field.on(event, () => heard.push(event));
  }
  field.mount('code');
  return { mp, field, box, heard };
};

const mercadoPagoOfWindow = () => (window as { MercadoPago?: unknown }).MercadoPago;

describe('the stand-in', () => {
  afterEach(() => {
    for (const standIn of installed.splice(0)) standIn.uninstall();
    for (const element of added.splice(0)) element.remove();
  });

  it('is window.MercadoPago until it is uninstalled', () => {
    const standIn = install();
    expect(mercadoPagoOfWindow()).to.equal(standIn.MercadoPago);
    standIn.uninstall();
    expect('MercadoPago' in window).to.equal(false);
  });

  it('restores what was there before', () => {
    const first = install();
    install().uninstall();
    expect(mercadoPagoOfWindow()).to.equal(first.MercadoPago);
  });

  it('unmounts all fields when it is uninstalled', () => {
    const standIn = install();
    const { box } = mountCode(standIn);
    standIn.uninstall();
    expect(box.children).to.have.length(0);
    expect(standIn.fields).to.deep.equal([]);
  });

  it('makes a token from a code typed into the real input of the frame', async () => {
    const standIn = install();
    const { mp } = mountCode(standIn);
    await standIn.type('securityCode', '123');
    const token = await mp.fields.createCardToken({ cardId: '8940397939' });
    expect(token).to.include({ card_id: '8940397939', status: 'active', security_code_length: 3 });
    expect(standIn.tokens).to.deep.equal([token]);
  });

  it('emits the events of what the shopper does, in order', async () => {
    const standIn = install();
    const { heard } = mountCode(standIn);
    await standIn.type('securityCode', '123');
    await standIn.blur('securityCode');
    expect(heard).to.deep.equal([
      'ready',
      'focus',
      ...['change', 'validityChange'],
      'change',
      ...['change', 'validityChange'],
      'blur',
    ]);
  });

  it('continues typing after the present content, and clears it', async () => {
    const standIn = install();
    mountCode(standIn);
    await standIn.type('securityCode', '12');
    await standIn.type('securityCode', '34');
    expect(standIn.input('securityCode').value).to.equal('1234');
    await standIn.clear('securityCode');
    expect(standIn.input('securityCode').value).to.equal('');
  });

  it('emits focus once, however often the field is typed into', async () => {
    const standIn = install();
    const { heard } = mountCode(standIn);
    await standIn.type('securityCode', '1');
    await standIn.type('securityCode', '2');
    await standIn.focus('securityCode');
    expect(heard.filter((name) => name === 'focus')).to.have.length(1);
  });

  it('enters no more characters than maxlength allows', async () => {
    const standIn = install();
    const { heard } = mountCode(standIn);
    await standIn.type('securityCode', '123456');
    expect(standIn.input('securityCode').value).to.equal('1234');
    expect(heard.filter((name) => name === 'change')).to.have.length(4);
  });

  it('emits events that the frame itself does not cause', () => {
    const standIn = install();
    const { heard } = mountCode(standIn);
    standIn.emit('securityCode', 'change');
    expect(heard).to.deep.equal(['change']);
    expect(() => standIn.emit('cardNumber', 'change')).to.throw('No field cardNumber is mounted');
  });

  it('delays tokens until the delay is released', async () => {
    const standIn = install();
    const { mp } = mountCode(standIn);
    await standIn.type('securityCode', '123');
    const release = standIn.hold('token');
    const order: string[] = [];
    const token = mp.fields.createCardToken({ cardId: '1' }).then(() => order.push('token'));
    await standIn.blur('securityCode');
    expect(standIn.tokens).to.deep.equal([]);
    order.push('released');
    release();
    await token;
    expect(order).to.deep.equal(['released', 'token']);
  });

  it('records calls without secrets', async () => {
    const standIn = install();
    const { mp } = mountCode(standIn);
    await standIn.type('securityCode', '739');
    await mp.fields.createCardToken({ cardId: '8940397939' });
    const token = await mp.createCardToken({
      cardNumber: '5031755734530604',
      cardholderName: 'APRO',
      cardExpirationMonth: '11',
      cardExpirationYear: '2030',
      securityCode: '739',
    });
    await mp.fields.updateCardToken(token?.id ?? '');
    expect(standIn.calls.map(({ method }) => method)).to.deep.equal([
      'MercadoPago',
      'fields.create',
      ...Array<string>(5).fill('field.on'),
      'field.mount',
      'fields.createCardToken',
      'createCardToken',
      'fields.updateCardToken',
    ]);
    expect(standIn.callsOf('MercadoPago')[0]?.arguments).to.deep.equal(['TEST-key', { locale: 'es-AR' }]);
    expect(standIn.callsOf('fields.createCardToken')[0]?.arguments[0]).to.deep.equal({ cardId: '8940397939' });
    const record = JSON.stringify(standIn.calls);
    for (const secret of ['739', '5031755734530604', '"11"', '2030', token?.id ?? '']) {
      expect(record).not.to.contain(secret);
    }
  });

  it('answers look-ups as the test requests', async () => {
    const standIn = install({ answers: { getIdentificationTypes: () => [] } });
    const mp = new standIn.MercadoPago('TEST-key');
    expect(await mp.getIdentificationTypes()).to.deep.equal([]);
    standIn.answers.getInstallments = () => Promise.reject(new Error('Request timed out'));
    const failure = await mp.getInstallments({ amount: '10', bin: '503175' }).catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'Request timed out');
  });

  it('dates tokens by a clock of its own, whatever that of the page says', async () => {
    const standIn = install();
    const { mp } = mountCode(standIn);
    await standIn.type('securityCode', '123');
    const { now } = Date;
    const before = now();
    Date.now = () => Date.UTC(2030, 0, 1);
    try {
      const token = await mp.fields.createCardToken({ cardId: '1' });
      const week = 7 * 24 * 60 * 60 * 1000;
      expect(Date.parse(token?.date_due ?? '')).to.be.within(before + week, now() + week);
    } finally {
      Date.now = now;
    }
  });
});
