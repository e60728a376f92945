/** Its package has no types. */
declare module '@alpinejs/morph' {
  interface MorphOptions {
    readonly key?: (element: Element) => string | null;
    readonly lookahead?: boolean;
  }
  interface WithMorph {
    morph?: (from: Element, to: string | Element, options?: MorphOptions) => Element;
  }
  /** Adds `morph` to an object that stands for `window.Alpine`. */
  export function morph(alpine: WithMorph): void;
}
