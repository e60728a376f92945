import { LitElement, html, type TemplateResult } from 'lit';
import type { MpSavedCardsElement } from '../../src/elements.js';
import { afterTest, nextKey } from './saved-cards-harness.js';

/** A component of the shop that renders the element in its shadow root, between an input and a button. */
export class OuterApp extends LitElement {
  /** Rendered between the two. */
  content: TemplateResult | Node = html``;

  protected override render(): TemplateResult {
    return html`<input id="before" aria-label="before" />${this.content}<button id="after">after</button>`;
  }
}
customElements.define('outer-app', OuterApp);

/** The same with a closed shadow root. */
class ClosedApp extends OuterApp {
  static override shadowRootOptions: ShadowRootInit = { mode: 'closed' };
}
customElements.define('closed-app', ClosedApp);

/** The same with a root that assigns its slots by hand, also those that our elements put into it. */
class ManualApp extends OuterApp {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', slotAssignment: 'manual' };
}
customElements.define('manual-app', ManualApp);

export type Nesting = ('outer-app' | 'closed-app' | 'manual-app')[];

/** An element inside the shadow roots of `nesting`, the outermost first, and those hosts. */
export function nest(
  nesting: Nesting,
  cards: readonly unknown[],
): { outer: HTMLElement; element: MpSavedCardsElement; apps: OuterApp[] } {
  const element = document.createElement('mp-saved-cards');
  Object.assign(element, { publicKey: nextKey(), locale: 'es-AR', cards });
  const apps: OuterApp[] = [];
  let inner: HTMLElement = element;
  for (const name of [...nesting].reverse()) {
    const app = document.createElement(name) as OuterApp;
    app.content = inner;
    apps.unshift(app);
    inner = app;
  }
  afterTest(() => element.remove());
  return { outer: inner, element, apps };
}
