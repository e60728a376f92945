/**
 * MercadoPago.js whose fields have no document in their frame: loading one is Mercado Pago's time, and neither the
 * reference nor our list can change it. The elements do all of their own work: container, slots, events.
 */
class FramelessField {
  #frame: Element | undefined;
  #onReady: (() => void) | undefined;

  mount(containerId: string): void {
    // Found by the name of its tag, as a frame is; in this namespace the name loads nothing.
    this.#frame = document.createElementNS('http://www.w3.org/2000/svg', 'iframe');
    document.getElementById(containerId)?.append(this.#frame);
    setTimeout(() => this.#onReady?.());
  }

  unmount(): void {
    this.#frame?.remove();
    this.#onReady = undefined;
  }

  on(event: string, listener: () => void): void {
    if (event === 'ready') this.#onReady = listener;
  }

  update(): void {}

  focus(): void {}
}

export class FramelessMercadoPago {
  readonly fields = {
    create: () => new FramelessField(),
    createCardToken: () => Promise.reject(new Error('Nothing is paid in the bench')),
  };
}
