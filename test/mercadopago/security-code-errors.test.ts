import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { expect } from '@open-wc/testing';
import type { PaymentSdk } from '../../src/mercadopago/payment-sdk.js';
import type { VendorField } from '../../src/mercadopago/vendor.js';
import { TIMEOUT } from '../../src/timeouts.js';
import { TestPage, type CodeElement, fourDigits, threeDigits } from './test-page.js';

describe('a security code field', () => {
  let page: TestPage;
  let clock: Clock | undefined;

  const driveTime = () => (clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout'] }));

  /** The same SDK with other methods of the field. */
  const sdkWith = (changes: (field: VendorField) => Partial<VendorField>): PaymentSdk => ({
    ...page.sdk,
    createField(type, options) {
      const field = page.sdk.createField(type, options);
      return Object.assign(field, changes(field));
    },
  });

  beforeEach(async () => {
    page = await TestPage.open();
  });

  afterEach(() => {
    clock?.uninstall();
    clock = undefined;
    page.close();
  });

  describe('that does not become ready', () => {
    it('emits field-timeout after 10 seconds, and keeps the frame', () => {
      const time = driveTime();
      page.standIn.readiness = 'silent';
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      time.tick(TIMEOUT.fieldReady - 1);
      expect(element.failures).to.be.empty;
      time.tick(1);
      expect(element.failures).to.deep.equal(['field-timeout']);
      expect(page.frame?.isConnected).to.equal(true);
      expect(element.field.isOpen).to.equal(true);
    });

    it('is replaced for the next card, since it may have digits all the same', () => {
      const time = driveTime();
      page.standIn.readiness = 'silent';
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      const { frame } = page;
      time.tick(TIMEOUT.fieldReady);
      element.field.show(page.sdk, threeDigits, true);
      expect(page.frame).to.be.instanceOf(HTMLIFrameElement).and.not.equal(frame);
    });

    it('recovers when ready comes late', async () => {
      const time = driveTime();
      const release = page.standIn.hold('ready');
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      time.tick(TIMEOUT.fieldReady);
      release();
      await element.times('ready', 1);
      expect(element.of('ready')).to.deep.equal([{ type: 'ready' }]);
    });

    it('emits one error when the SDK emits one', async () => {
      const time = driveTime();
      page.standIn.readiness = 'load-error';
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      await element.times('failed', 1);
      time.tick(TIMEOUT.fieldReady);
      expect(element.failures).to.deep.equal(['field-timeout']);
      expect(element.field.isOpen, 'an empty frame is left').to.equal(false);
    });

    it('emits no error when it is ready synchronously', () => {
      const time = driveTime();
      const element = page.element();
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

    it('emits no error after it was closed', () => {
      const time = driveTime();
      page.standIn.readiness = 'silent';
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      element.field.close();
      time.tick(TIMEOUT.fieldReady);
      expect(element.failures).to.be.empty;
    });
  });

  describe('that the SDK refuses to mount', () => {
    const mountFieldOfPage = () => {
      const container = document.createElement('div');
      container.id = 'of-the-page';
      document.body.append(container);
      const field = page.sdk.createField('securityCode', {});
      field.mount(container.id);
      return () => {
        field.unmount();
        container.remove();
      };
    };

    it('emits configuration when the page has such a field of its own, and leaves nothing behind', () => {
      const unmount = mountFieldOfPage();
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      expect(element.failures).to.deep.equal(['configuration']);
      expect(element.element.childNodes).to.have.length(0);
      expect(element.field.isOpen).to.equal(false);
      unmount();
    });

    it('can be shown after the page has unmounted its field', async () => {
      const unmount = mountFieldOfPage();
      const element = page.element();
      element.field.show(page.sdk, threeDigits, false);
      unmount();
      element.field.show(page.sdk, threeDigits, true);
      await element.times('ready', 1);
    });

    it('emits field-lost when no frame is in the container, and leaves nothing behind', () => {
      const element = page.element();
      const sdk = sdkWith(() => ({ mount: () => {} }));
      element.field.show(sdk, threeDigits, false);
      expect(element.failures).to.deep.equal(['field-lost']);
      expect(element.element.childNodes).to.have.length(0);
      expect(element.field.isOpen).to.equal(false);
    });

    it('gets a new frame for the next card, without an error, when only the update throws', async () => {
      const element = page.element();
      const sdk = sdkWith(() => ({
        update: () => {
          throw new Error('not now');
        },
      }));
      element.field.show(sdk, threeDigits, false);
      await element.times('ready', 1);
      const { frame } = page;
      element.field.show(sdk, fourDigits, true);
      await element.times('ready', 2);
      expect(page.frame).not.to.equal(frame);
    });
  });

  describe('that is mounted', () => {
    /** Moves the element, which makes the frame reload. */
    const move = ({ element }: CodeElement) => element.parentNode?.appendChild(element);

    it('reports lost digits when the frame was reloaded with digits in it', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '12');
      move(element);
      await element.times('ready', 2);
      expect(element.of('ready')[1]?.lost?.code).to.equal('field-lost');
    });

    it('reports digits as lost after every reload, until something is typed', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '12');
      for (const times of [2, 3]) {
        move(element);
        await element.times('ready', times);
        expect(element.of('ready')[times - 1]?.lost?.code).to.equal('field-lost');
      }
    });

    it('reports nothing when the frame was reloaded while it was empty', async () => {
      const element = await page.shown();
      move(element);
      await element.times('ready', 2);
      expect(element.of('ready')[1]).to.deep.equal({ type: 'ready' });
    });

    it('is replaced, and reports lost digits, when the page removes it with digits', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '12');
      element.element.replaceChildren();
      await element.times('ready', 2);
      expect(element.of('ready')[1]?.lost?.code).to.equal('field-lost');
      expect(page.frame?.isConnected).to.equal(true);
      expect(page.standIn.fields).to.have.length(1);
    });

    it('is replaced, and reports nothing, when the page removes it empty', async () => {
      const element = await page.shown();
      element.element.replaceChildren();
      await element.times('ready', 2);
      expect(element.of('ready')[1]).to.deep.equal({ type: 'ready' });
    });

    it('reports lost digits when its replacement is removed too, before that was ready', async () => {
      const element = await page.shown();
      await page.standIn.type('securityCode', '12');
      element.element.replaceChildren();
      await element.times('opening', 2);
      element.element.replaceChildren();
      await element.times('ready', 2);
      expect(element.of('ready')[1]?.lost?.code).to.equal('field-lost');
    });

    it('emits field-lost, and is not replaced for ever, when the page keeps removing it', async () => {
      const element = page.element();
      const remover = new MutationObserver(() => element.element.replaceChildren());
      remover.observe(element.element, { childList: true });
      element.field.show(page.sdk, threeDigits, false);
      await element.times('failed', 1);
      remover.disconnect();
      expect(element.failures).to.deep.equal(['field-lost']);
      expect(page.standIn.fields).to.be.empty;
      element.field.show(page.sdk, threeDigits, true);
      await element.times('ready', 1);
    });

    it('is replaced when the element is connected again without its container', async () => {
      const element = await page.shown();
      const place = element.element.parentNode;
      element.element.remove();
      element.element.replaceChildren();
      await Promise.resolve();
      expect(element.of('opening'), 'nothing is mounted while it is disconnected').to.have.length(1);
      place?.appendChild(element.element);
      element.field.checkPlace();
      await element.times('ready', 2);
    });
  });
});
