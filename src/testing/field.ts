import type { FieldProblem, MessageToFrame, TokenRequestMessage } from './protocol.js';
import { isInSameSet, type Sdk, type SdkField, warn } from './sdk.js';
import type {
  CardToken,
  Field,
  FieldEvent,
  FieldEventName,
  FieldListener,
  FieldOptions,
  FieldType,
  FieldUpdate,
} from './types.js';

const EVENTS: readonly FieldEventName[] = ['ready', 'focus', 'blur', 'change', 'paste', 'validityChange', 'error'];

/** A field as every build has it. */
export class SecureField implements Field {
  readonly type: FieldType;
  readonly options: FieldOptions;
  readonly owner: object;
  readonly group: string | undefined;
  ready = false;
  iframe: HTMLIFrameElement | undefined;
  readonly #sdk: Sdk;
  #mounted = new AbortController();

  constructor(sdk: Sdk, owner: object, type: FieldType, options: FieldOptions) {
    this.#sdk = sdk;
    this.owner = owner;
    this.type = type;
    this.options = options;
    this.group = sdk.options.groups ? options.group : undefined;
  }

  /** The name by which the frames find each other, and integrators' tests find the frames. */
  get frameName(): string {
    return this.group === undefined ? this.type : `${this.type}-${this.group}`;
  }

  mount(containerId: string): this {
    const { controls, mounted } = this.#sdk;
    controls.record('field.mount', this.type, containerId);
    if (this.iframe) throw new Error(`Field '${this.type}' already mounted`);
    const failed = (reason: string) => warn(`Error when mounting field ${containerId}: ${reason}`);
    const container = document.getElementById(containerId);
    if (!container) failed('Container not found');
    else if (container.tagName !== 'DIV') failed('[Fields] The container must be a div');
    else {
      this.iframe = this.#createFrame();
      this.#mounted = new AbortController();
      mounted.push(this);
      markPrimary(mounted);
      container.innerHTML = '';
      container.append(this.iframe);
      void this.#load(this.iframe, this.#mounted.signal);
    }
    return this;
  }

  unmount(): void {
    const { controls, mounted, listeners } = this.#sdk;
    controls.record('field.unmount', this.type);
    if (!this.iframe) throw new Error(`Field '${this.type}' already unmounted`);
    this.#mounted.abort();
    this.iframe.remove();
    this.iframe = undefined;
    this.ready = false;
    mounted.splice(mounted.indexOf(this), 1);
    markPrimary(mounted);
    listeners.drop(this, this.type);
    controls.fieldChanged();
  }

  on(event: FieldEventName, listener: FieldListener): this {
    this.#sdk.controls.record('field.on', this.type, event);
    const failed = (reason: string) => warn(`Error when adding on function : [Fields] ${reason}`);
    if (!this.#hasEvent(event)) failed(`${event} event is not valid for ${this.type}`);
    else if (typeof listener !== 'function') failed(`callback of ${event} event must be a function`);
    else this.#sdk.listeners.add(this, this.type, event, listener);
    return this;
  }

  emit(event: FieldEventName, detail: Omit<FieldEvent, 'field'> = {}): void {
    this.#sdk.listeners.emit(this, event, { field: this.type, ...detail });
  }

  post(message: MessageToFrame, transfer: Transferable[] = []): void {
    this.iframe?.contentWindow?.postMessage(message, this.#sdk.page.origin, transfer);
  }

  /** Requests a token through this frame, the primary one. Rejects with values of the same types as the SDK. */
  requestToken(request: TokenRequestMessage): Promise<CardToken | undefined> {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve, reject) => {
      port1.onmessage = ({
        data,
      }: MessageEvent<CardToken | { error: FieldProblem[] | object | string } | undefined>) => {
        port1.close();
        if (data && 'error' in data) reject(data.error);
        else resolve(data);
      };
      this.post(request, [port2]);
    });
  }

  #hasEvent(event: FieldEventName): boolean {
    if (this.#sdk.options.oldBuild && (this.type === 'securityCode' || event === 'paste')) return false;
    return EVENTS.includes(event) || (event === 'binChange' && this.type === 'cardNumber');
  }

  #createFrame(): HTMLIFrameElement {
    const iframe = document.createElement('iframe');
    const attributes = { frameborder: '0', allowtransparency: 'true', scrolling: 'no', height: '100%', width: '100%' };
    for (const [name, value] of Object.entries(attributes)) iframe.setAttribute(name, value);
    iframe.name = this.frameName;
    return iframe;
  }

  async #load(iframe: HTMLIFrameElement, signal: AbortSignal): Promise<void> {
    const { page, mounted, controls } = this.#sdk;
    try {
      await page.open();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!signal.aborted) this.emit('error', { error: `Unable to load ${this.type}: ${reason}` });
      return;
    }
    if (signal.aborted) return;
    const initialize = () => {
      this.ready = false;
      const before = mounted.slice(0, mounted.indexOf(this)).filter((field) => field.owner === this.owner);
      const createdFields = before.map((field) => field.frameName);
      this.post({ message: 'initialize', field: this.type, options: this.options, createdFields });
    };
    const receive = ({ origin, source, data }: MessageEvent<{ message: FieldEventName; data: FieldEvent }>) => {
      if (origin !== page.origin || source !== iframe.contentWindow) return;
      if (data.message === 'ready') this.ready = true;
      this.emit(data.message, data.data);
      if (data.message === 'ready') controls.fieldChanged();
    };
    addEventListener('message', receive, { signal });
    iframe.addEventListener('load', initialize, { signal });
    iframe.src = page.url;
  }
}

/** A field of the current build. */
export class CurrentSecureField extends SecureField {
  readonly #sdk: Sdk;

  constructor(sdk: Sdk, owner: object, type: FieldType, options: FieldOptions) {
    super(sdk, owner, type, options);
    this.#sdk = sdk;
  }

  /** An update before `ready` is lost: the frame does not listen yet. */
  update(update: FieldUpdate): this {
    this.#sdk.controls.record('field.update', this.type, update);
    const { settings, ...rest } = update;
    const allowed = settings && this.#allows(settings.length);
    if (this.ready) this.post({ message: 'update', options: allowed ? update : rest });
    return this;
  }

  focus(): void {
    this.#sdk.controls.record('field.focus', this.type);
    this.iframe?.focus();
    if (this.ready) this.post({ message: 'focus' });
  }

  blur(): void {
    this.#sdk.controls.record('field.blur', this.type);
    if (this.ready) this.post({ message: 'blur' });
  }

  #allows(length: number | undefined): boolean {
    if (this.type === 'securityCode') return true;
    if (this.type !== 'cardNumber') {
      warn(`invalid property settings for ${this.type}. Only available for securityCode and cardNumber`);
      return false;
    }
    const valid = typeof length === 'number' && length >= 8 && length <= 19;
    if (!valid) warn('Error updating cardNumber settings. Length should be a number between 8 and 19.');
    return valid;
  }
}

/** Marks the first mounted field of each set, which answers the set's token requests. */
function markPrimary(mounted: readonly SdkField[]): void {
  for (const field of mounted) {
    const isPrimary = mounted.find((other) => isInSameSet(field, other)) === field;
    if (isPrimary) field.iframe?.setAttribute('data-primary', 'true');
    else field.iframe?.removeAttribute('data-primary');
  }
}
