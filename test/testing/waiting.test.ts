import { expect } from '@open-wc/testing';
import { installMercadoPago, type StandIn, type StandInOptions } from '../../src/testing/index.js';

const undo: (() => void)[] = [];

function install(options?: StandInOptions): StandIn {
  const standIn = installMercadoPago(options);
  undo.push(() => standIn.uninstall());
  return standIn;
}

/** A field for the code in a box of its own. */
function mountCode(standIn: StandIn) {
  const box = Object.assign(document.createElement('div'), { id: 'code' });
  undo.push(() => box.remove());
  document.body.append(box);
  const mp = new standIn.MercadoPago('TEST-key', { locale: 'es-AR' });
  const create = () => mp.fields.create('securityCode').mount('code');
  return { box, create, field: create() };
}

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'it resolved',
    ({ message }: Error) => message,
  );

/** Who types may have begun before the page changes, or begin right after it. */
const MOMENTS = ['before', 'after'] as const;

/** What a page does to its field at once. */
const CHANGES: Readonly<Record<string, (page: ReturnType<typeof mountCode>) => void>> = {
  'unmounted and mounted again': ({ field, create }) => {
    field.unmount();
    create();
  },
  'taken out of the page and put in again': ({ box }) => {
    box.remove();
    document.body.append(box);
  },
  'mounted again a task later': ({ field, create }) => {
    field.unmount();
    setTimeout(create);
  },
};

describe('typing into a field', () => {
  afterEach(() => {
    for (const step of undo.splice(0).reverse()) step();
  });

  for (const [what, change] of Object.entries(CHANGES))
    for (const moment of MOMENTS)
      it(`that is ${what}, begun ${moment} that, puts every digit into the field that is there`, async () => {
        const standIn = install();
        const page = mountCode(standIn);
        await standIn.ready('securityCode');
        if (moment === 'after') change(page);
        const typed = standIn.type('securityCode', '123');
        if (moment === 'before') change(page);
        await typed;
        expect(standIn.input('securityCode').value).to.equal('123');
      });

  it('that never comes rejects, and names those that are there', async () => {
    const standIn = install({ timeout: 20 });
    expect(await rejection(standIn.type('securityCode', '1'))).to.equal(
      'No field securityCode is mounted (none is) after 0.02 s',
    );
    mountCode(standIn);
    expect(await rejection(standIn.ready('cardNumber'))).to.equal(
      'No field cardNumber is mounted (only securityCode) after 0.02 s',
    );
  });

  it('that does not become ready rejects with what the test has asked for', async () => {
    const standIn = install({ timeout: 20 });
    standIn.readiness = 'silent';
    mountCode(standIn);
    expect(await rejection(standIn.type('securityCode', '1'))).to.equal(
      'The field securityCode is mounted and not ready (readiness: "silent") after 0.02 s',
    );
  });

  it('that leaves for good rejects, and types nothing', async () => {
    const standIn = install({ timeout: 200 });
    const { field } = mountCode(standIn);
    await standIn.ready('securityCode');
    const typed = rejection(standIn.type('securityCode', '123'));
    field.unmount();
    expect(await typed).to.match(/^No field securityCode is mounted \(none is\)/);
  });
});
