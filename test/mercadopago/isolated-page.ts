import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import type * as Loader from '../../src/mercadopago/loader.js';
import type * as PaymentSdk from '../../src/mercadopago/payment-sdk.js';
import type * as SdkOptions from '../../src/mercadopago/sdk-options.js';

type Room = Pick<typeof Loader, 'loadSdk'> &
  Pick<typeof PaymentSdk, 'connectSdk'> &
  Pick<typeof SdkOptions, 'configureSdk'>;

const MODULES = {
  loadSdk: '/src/mercadopago/loader.ts',
  connectSdk: '/src/mercadopago/payment-sdk.ts',
  configureSdk: '/src/mercadopago/sdk-options.ts',
} satisfies Record<keyof Room, string>;

/** The nonce of the page's inline script. */
const PAGE_NONCE = 'isolated-page';

/**
 * A page in a frame, with its own Content-Security-Policy and its own copy of our modules, so that no state is shared between
 * tests.
 */
export class IsolatedPage {
  readonly room: Room;
  readonly #frame: HTMLIFrameElement;

  constructor(frame: HTMLIFrameElement, room: Room) {
    this.#frame = frame;
    this.room = room;
  }

  get window(): Window & typeof globalThis {
    return this.#frame.contentWindow as Window & typeof globalThis;
  }

  get scripts(): HTMLScriptElement[] {
    return [...this.window.document.querySelectorAll<HTMLScriptElement>('script[src]')];
  }

  /** The script tag that is put into the page next; settles before the tag can load or fail. */
  nextScript(): Promise<HTMLScriptElement> {
    return new Promise((resolve) => {
      const observer = new this.window.MutationObserver((records) => {
        const script = records
          .flatMap(({ addedNodes }) => [...addedNodes])
          .find(({ nodeName }) => nodeName === 'SCRIPT');
        if (!script) return;
        observer.disconnect();
        resolve(script as HTMLScriptElement);
      });
      observer.observe(this.window.document.head, { childList: true });
    });
  }

  /** Acts as if the tag had been loaded and had defined `MercadoPago`. */
  finish(script: HTMLScriptElement | undefined): void {
    Object.assign(this.window, { MercadoPago: class {} });
    script?.dispatchEvent(new Event('load'));
  }

  driveTime(): Clock {
    return FakeTimers.withGlobal(this.window).install({ toFake: ['setTimeout', 'clearTimeout'] });
  }

  close(): void {
    this.#frame.remove();
  }
}

const open: IsolatedPage[] = [];

/** `policy` is added to a `script-src` that knows our modules only; without it there is no policy. */
export async function openPage({ head = '', policy = '' } = {}): Promise<IsolatedPage> {
  const names = Object.keys(MODULES).join(', ');
  const imports = Object.entries(MODULES).map(([name, address]) => `import { ${name} } from '${address}';`);
  const frame = document.createElement('iframe');
  const room = new Promise<Room>((resolve) => {
    frame.addEventListener('isolated-page', (event) => resolve((event as CustomEvent<Room>).detail), { once: true });
  });
  const csp = `script-src ${location.origin} 'nonce-${PAGE_NONCE}' ${policy}`;
  frame.srcdoc = `<!doctype html><html><head>
    ${policy && `<meta http-equiv="Content-Security-Policy" content="${csp}">`}
    ${head}
    <script type="module" nonce="${PAGE_NONCE}">
      ${imports.join('\n')}
      frameElement.dispatchEvent(new CustomEvent('isolated-page', { detail: { ${names} } }));
    </script></head><body></body></html>`;
  document.body.append(frame);
  const page = new IsolatedPage(frame, await room);
  open.push(page);
  return page;
}

export function closePages(): void {
  for (const page of open.splice(0)) page.close();
}

/** Address of a script with this text. */
export const scriptAddress = (text: string): string =>
  URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));

/** Address of a script that defines the global as MercadoPago.js does. */
export const workingScript = (): string => scriptAddress('window.MercadoPago = class {};');

/** The code of the error with which a promise rejects. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  const reason: unknown = await promise.then(
    () => 'no rejection',
    (error: unknown) => error,
  );
  return typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : reason;
}
