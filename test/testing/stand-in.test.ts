import { expect } from '@open-wc/testing';
import { installMercadoPago, type StandIn } from '../../src/testing/index.js';

const mountCode = (standIn: StandIn) => {
  const container = document.createElement('div');
  container.id = 'code';
  document.body.append(container);
  const mp = new standIn.MercadoPago('TEST-key', { locale: 'es-AR' });
  const field = mp.fields.create('securityCode', { srLabel: 'Security code' });
  const heard: string[] = [];
  for (const event of ['ready', 'focus', 'blur', 'change', 'validityChange'] as const) {
    field.on(event, () => heard.push(event));
  }
  field.mount('code');
  return { mp, field, heard };
};

describe('the stand-in', () => {
  let standIn: StandIn;

  beforeEach(() => {
    standIn = installMercadoPago();
  });

  afterEach(() => {
    standIn.uninstall();
    document.getElementById('code')?.remove();
  });

  it('makes a token from a code typed into the real input of the frame', async () => {
    const { mp } = mountCode(standIn);
    await standIn.type('securityCode', '123');
    const token = await mp.fields.createCardToken({ cardId: '8940397939' });
    expect(token).to.include({ card_id: '8940397939', status: 'active', security_code_length: 3 });
    expect(standIn.tokens).to.deep.equal([token]);
  });

  it('lets the page hear what the shopper does, one event after the other', async () => {
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
});
