import { expect } from '@open-wc/testing';
import {
  cleanUp,
  container,
  create,
  frameIn,
  Heard,
  mounted,
  rejectionOf,
  saidDuring,
  typeInto,
} from './field-tools.js';
import { MercadoPago, subject } from './subject.js';

const newMp = () => new MercadoPago(subject.publicKey);

describe('contract: mount', () => {
  afterEach(cleanUp);

  it('warns and returns the field when no element has the id', async () => {
    const field = create(newMp(), 'securityCode');
    const said = await saidDuring(() => expect(field.mount('nowhere')).to.equal(field));
    expect(said).to.deep.equal(['MercadoPago.js - Error when mounting field nowhere: Container not found']);
  });

  it('does not find an element in a shadow root', async () => {
    const inner = document.createElement('div');
    inner.id = 'inside-shadow';
    container().attachShadow({ mode: 'open' }).append(inner);
    const said = await saidDuring(() => create(newMp(), 'securityCode').mount('inside-shadow'));
    expect(said).to.deep.equal(['MercadoPago.js - Error when mounting field inside-shadow: Container not found']);
    expect(inner.children).to.have.length(0);
  });

  it('takes an element for an id', async () => {
    const box = container();
    const said = await saidDuring(() => create(newMp(), 'securityCode').mount(box as unknown as string));
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('[object HTMLDivElement]: Container not found');
  });

  it('takes no other container than a DIV, and says so on the console only', async () => {
    const box = container('section');
    const field = create(newMp(), 'securityCode');
    const said = await saidDuring(() => expect(field.mount(box.id)).to.equal(field));
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^MercadoPago\.js - .*The container must be a div/);
    expect(box.children).to.have.length(0);
  });

  it('replaces what is in the container by one frame of full size, named after the type', () => {
    const box = container();
    box.innerHTML = '<p>Loading</p>';
    const field = create(newMp(), 'securityCode');
    expect(field.mount(box.id)).to.equal(field);
    expect(box.children).to.have.length(1);
    const iframe = frameIn(box);
    expect(iframe.name).to.equal('securityCode');
    expect(iframe.getAttribute('width')).to.equal('100%');
    expect(iframe.getAttribute('height')).to.equal('100%');
    expect(iframe.getAttribute('frameborder')).to.equal('0');
    expect(iframe.getAttribute('scrolling')).to.equal('no');
  });

  it('adds the frame synchronously and emits ready later', async () => {
    const box = container();
    const field = create(newMp(), 'securityCode');
    const heard = new Heard(field, 'securityCode');
    field.mount(box.id);
    expect(frameIn(box).hasAttribute('src')).to.equal(false);
    expect(heard.events).to.deep.equal([]);
    await heard.times('ready', 1);
    expect(frameIn(box).hasAttribute('src')).to.equal(true);
  });

  it('makes the frame accessible in window.frames by its name', async () => {
    const { iframe } = await mounted(newMp(), 'securityCode');
    expect((window.frames as unknown as Record<string, Window>).securityCode).to.equal(iframe.contentWindow);
  });

  it('works in a container that is projected into a shadow root', async () => {
    const box = container();
    const host = document.createElement('section');
    box.replaceWith(host);
    host.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>';
    host.append(box);
    const field = create(newMp(), 'securityCode');
    const heard = new Heard(field, 'securityCode');
    field.mount(box.id);
    expect(await heard.times('ready', 1)).to.deep.equal([{ field: 'securityCode' }]);
    host.remove();
  });

  it('makes the first mounted field the primary one, and the next one when that is unmounted', async () => {
    const mp = newMp();
    const first = await mounted(mp, 'cardNumber');
    const second = await mounted(mp, 'securityCode');
    expect(first.iframe.dataset.primary).to.equal('true');
    expect(second.iframe.dataset.primary).not.to.equal('true');
    first.field.unmount();
    expect(second.iframe.dataset.primary).to.equal('true');
  });

  it('throws when the field is mounted already', async () => {
    const { field } = await mounted(newMp(), 'securityCode');
    expect(() => field.mount(container().id)).to.throw("Field 'securityCode' already mounted");
  });
});

describe('contract: one field of each type', () => {
  afterEach(cleanUp);

  it('throws at the creation of a second one while the first is mounted', async () => {
    const mp = newMp();
    await mounted(mp, 'securityCode');
    expect(() => mp.fields.create('securityCode')).to.throw('[Fields] The field securityCode has already been created');
  });

  it('counts the fields of each MercadoPago object, not those of the page', async () => {
    await mounted(newMp(), 'securityCode');
    const other = await mounted(newMp(), 'securityCode');
    expect(other.heard.of('ready')).to.have.length(1);
    expect(other.iframe.dataset.primary).to.equal('true');
  });

  it('allows two fields that were created before either was mounted, under one name', () => {
    const mp = newMp();
    const [first, second] = [create(mp, 'securityCode'), create(mp, 'securityCode')];
    const boxes = [container(), container()] as const;
    first?.mount(boxes[0].id);
    second?.mount(boxes[1].id);
    expect(boxes.map((box) => frameIn(box).name)).to.deep.equal(['securityCode', 'securityCode']);
  });

  it('does not allow an expiration date together with a month', async () => {
    const mp = newMp();
    await mounted(mp, 'expirationMonth');
    expect(() => mp.fields.create('expirationDate')).to.throw();
  });
});

describe('contract: unmount', () => {
  afterEach(cleanUp);

  it('removes the frame and leaves the container', async () => {
    const { field, box } = await mounted(newMp(), 'securityCode');
    field.unmount();
    expect(box.isConnected).to.equal(true);
    expect(box.children).to.have.length(0);
  });

  it('throws when nothing is mounted', async () => {
    const { field } = await mounted(newMp(), 'securityCode');
    field.unmount();
    expect(() => field.unmount()).to.throw("Field 'securityCode' already unmounted");
  });

  it('lets the field be mounted again, in another container too, without its old listeners', async () => {
    const { field, heard } = await mounted(newMp(), 'securityCode');
    field.unmount();
    const again = new Heard(field, 'securityCode');
    const box = container();
    field.mount(box.id);
    await again.times('ready', 1);
    expect(frameIn(box).name).to.equal('securityCode');
    expect(heard.of('ready')).to.have.length(1);
  });

  it('lets another field of the type be created', async () => {
    const mp = newMp();
    const { field } = await mounted(mp, 'securityCode');
    field.unmount();
    const next = await mounted(mp, 'securityCode');
    expect(next.heard.of('ready')).to.have.length(1);
  });
});

describe('contract: a container that is moved or removed', () => {
  afterEach(cleanUp);

  it('reloads the frame when it is moved: ready is emitted again, the digits are lost', async () => {
    const mp = newMp();
    const target = await mounted(mp, 'securityCode');
    await typeInto(target, '739');
    document.body.append(target.box);
    await target.heard.times('ready', 2);
    expect(await rejectionOf(mp.fields.createCardToken({ cardId: subject.cardId }))).to.deep.equal([
      {
        field: 'securityCode',
        cause: 'invalid_value',
        message: 'securityCode is empty.',
        details: { reason: 'empty_value' },
      },
    ]);
  });

  it('leaves the field registered when it is removed, until it is unmounted', async () => {
    const mp = newMp();
    const { field, box } = await mounted(mp, 'securityCode');
    box.remove();
    expect(() => mp.fields.create('securityCode')).to.throw('has already been created');
    expect(await rejectionOf(mp.fields.createCardToken({ cardId: subject.cardId }))).to.deep.equal({
      message: 'Error trying to create cardToken: The iFrame does not have a window',
    });
    field.unmount();
    const next = await mounted(mp, 'securityCode');
    expect(next.heard.of('ready')).to.have.length(1);
  });
});
