import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { expect } from '@open-wc/testing';
import type { PaymentSdk } from '../../src/mercadopago/payment-sdk.js';
import type { VendorField } from '../../src/mercadopago/vendor.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { CodeBench, type CodeElement, fourDigits, threeDigits } from './code-bench.js';

describe('a fault of the security code field', () => {
  let bench: CodeBench;
  let clock: Clock | undefined;

  const driveTime = () => (clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout'] }));

  /** The same SDK, whose field behaves otherwise. */
  const sdkWith = (changes: (field: VendorField) => Partial<VendorField>): PaymentSdk => ({
    ...bench.sdk,
    createField(type, options) {
      const field = bench.sdk.createField(type, options);
      return Object.assign(field, changes(field));
    },
  });

  beforeEach(async () => {
    bench = await CodeBench.open();
  });

  afterEach(() => {
    clock?.uninstall();
    clock = undefined;
    bench.close();
  });

  describe('that does not come up', () => {
    it('is told after 10 seconds of silence, with the frame kept', () => {
      const time = driveTime();
      bench.standIn.readiness = 'silent';
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      time.tick(TIMEOUT.fieldReady - 1);
      expect(element.failures).to.be.empty;
      time.tick(1);
      expect(element.failures).to.deep.equal(['field-timeout']);
      expect(bench.frame?.isConnected).to.equal(true);
      expect(element.field.isOpen).to.equal(true);
    });

    it('is replaced for the next card, since it may hold digits all the same', () => {
      const time = driveTime();
      bench.standIn.readiness = 'silent';
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      const { frame } = bench;
      time.tick(TIMEOUT.fieldReady);
      element.field.show(bench.sdk, threeDigits, true);
      expect(bench.frame).to.be.instanceOf(HTMLIFrameElement).and.not.equal(frame);
    });

    it('is mended by a late ready', async () => {
      const time = driveTime();
      const release = bench.standIn.hold('ready');
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      time.tick(TIMEOUT.fieldReady);
      release();
      await element.times('ready', 1);
      expect(element.of('ready')).to.deep.equal([{ type: 'ready' }]);
    });

    it('is told once when the SDK says so itself', async () => {
      const time = driveTime();
      bench.standIn.readiness = 'load-error';
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      await element.times('failed', 1);
      time.tick(TIMEOUT.fieldReady);
      expect(element.failures).to.deep.equal(['field-timeout']);
      expect(element.field.isOpen, 'an empty frame stands').to.equal(false);
    });

    it('is not told of a field that is ready, even at once', () => {
      const time = driveTime();
      const element = bench.element();
      const listeners: Record<string, () => void> = {};
      const sdk = sdkWith((field) => {
        const mount = field.mount.bind(field);
        return {
          on: (name, callback) => (listeners[name] = callback),
          mount: (id) => {
            mount(id);
            listeners['ready']?.();
          },
        };
      });
      element.field.show(sdk, threeDigits, false);
      time.tick(TIMEOUT.fieldReady);
      expect(element.events.map(({ type }) => type)).to.deep.equal(['opening', 'ready']);
    });

    it('is not told of a field that was closed', () => {
      const time = driveTime();
      bench.standIn.readiness = 'silent';
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      element.field.close();
      time.tick(TIMEOUT.fieldReady);
      expect(element.failures).to.be.empty;
    });
  });

  describe('that the SDK refuses', () => {
    const ofThePage = () => {
      const container = document.createElement('div');
      container.id = 'of-the-page';
      document.body.append(container);
      const field = bench.sdk.createField('securityCode', {});
      field.mount(container.id);
      return () => {
        field.unmount();
        container.remove();
      };
    };

    it('is told when the page has such a field of its own, and nothing is left behind', () => {
      const unmount = ofThePage();
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      expect(element.failures).to.deep.equal(['sdk-broken']);
      expect(element.element.childNodes).to.have.length(0);
      expect(element.field.isOpen).to.equal(false);
      unmount();
    });

    it('is mended when the page has given its field up', async () => {
      const unmount = ofThePage();
      const element = bench.element();
      element.field.show(bench.sdk, threeDigits, false);
      unmount();
      element.field.show(bench.sdk, threeDigits, true);
      await element.times('ready', 1);
    });

    it('is told when no frame comes into the container, and nothing is left behind', () => {
      const element = bench.element();
      const sdk = sdkWith(() => ({ mount: () => {} }));
      element.field.show(sdk, threeDigits, false);
      expect(element.failures).to.deep.equal(['field-lost']);
      expect(element.element.childNodes).to.have.length(0);
      expect(element.field.isOpen).to.equal(false);
    });

    it('is no fault when only the update throws: the next card gets a new frame', async () => {
      const element = bench.element();
      const sdk = sdkWith(() => ({
        update: () => {
          throw new Error('not now');
        },
      }));
      element.field.show(sdk, threeDigits, false);
      await element.times('ready', 1);
      const { frame } = bench;
      element.field.show(sdk, fourDigits, true);
      await element.times('ready', 2);
      expect(bench.frame).not.to.equal(frame);
    });
  });

  describe('while it stands', () => {
    /** The frame reloads, as it does when its place in the document changes. */
    const move = ({ element }: CodeElement) => element.parentNode?.appendChild(element);

    it('is told when the frame was reloaded with digits in it', async () => {
      const element = await bench.shown();
      await bench.standIn.type('securityCode', '12');
      move(element);
      await element.times('ready', 2);
      expect(element.of('ready')[1]?.lost?.code).to.equal('field-lost');
    });

    it('is none when the frame was reloaded without digits in it', async () => {
      const element = await bench.shown();
      move(element);
      await element.times('ready', 2);
      expect(element.of('ready')[1]).to.deep.equal({ type: 'ready' });
    });

    it('is mended and told when the page has wiped digits away', async () => {
      const element = await bench.shown();
      await bench.standIn.type('securityCode', '12');
      element.element.replaceChildren();
      await element.times('ready', 2);
      expect(element.of('ready')[1]?.lost?.code).to.equal('field-lost');
      expect(bench.frame?.isConnected).to.equal(true);
      expect(bench.standIn.fields).to.have.length(1);
    });

    it('is mended without a word when the page has wiped an empty field', async () => {
      const element = await bench.shown();
      element.element.replaceChildren();
      await element.times('ready', 2);
      expect(element.of('ready')[1]).to.deep.equal({ type: 'ready' });
    });

    it('is told when digits were wiped and their successor too, before it was ready', async () => {
      const element = await bench.shown();
      await bench.standIn.type('securityCode', '12');
      element.element.replaceChildren();
      await element.times('opening', 2);
      element.element.replaceChildren();
      await element.times('ready', 2);
      expect(element.of('ready')[1]?.lost?.code).to.equal('field-lost');
    });

    it('is told, and the browser not kept busy, when the page wipes it again and again', async () => {
      const element = bench.element();
      const wiper = new MutationObserver(() => element.element.replaceChildren());
      wiper.observe(element.element, { childList: true });
      element.field.show(bench.sdk, threeDigits, false);
      await element.times('failed', 1);
      wiper.disconnect();
      expect(element.failures).to.deep.equal(['field-lost']);
      expect(bench.standIn.fields).to.be.empty;
      element.field.show(bench.sdk, threeDigits, true);
      await element.times('ready', 1);
    });

    it('is mended when the element comes back without its container', async () => {
      const element = await bench.shown();
      const place = element.element.parentNode;
      element.element.remove();
      element.element.replaceChildren();
      await Promise.resolve();
      expect(element.of('opening'), 'nothing happens outside the page').to.have.length(1);
      place?.appendChild(element.element);
      element.field.checkPlace();
      await element.times('ready', 2);
    });
  });
});
