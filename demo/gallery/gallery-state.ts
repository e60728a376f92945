import type { CoreAnswers, Readiness } from '../../src/testing/index.js';
import type { Stage } from './stage.js';

/** One look of the elements: what is on the page, and what a shopper does until it looks like that. */
export interface GalleryState {
  /** Its name in addresses, file names and tests. */
  readonly name: string;
  readonly elements: readonly MakeElement[];
  readonly answers?: CoreAnswers;
  readonly readiness?: Readiness;
  /** Without it, the state is shown once the security code's frame is ready. */
  readonly act?: (stage: Stage) => Promise<void> | void;
}

export type MakeElement = (publicKey: string, locale: string) => HTMLElement;

type Settings = Readonly<Record<string, unknown>>;

const element =
  (tag: 'mp-saved-cards' | 'mp-add-card', settings: Settings): MakeElement =>
  (publicKey, locale) =>
    Object.assign(document.createElement(tag), { publicKey, locale, ...settings });

/** A list with these properties. */
export const list = (settings: Settings): MakeElement => element('mp-saved-cards', settings);

/** A form for a new card with these properties. */
export const form = (settings: Settings): MakeElement => element('mp-add-card', settings);

/** A list with a form in its slot. */
export const together =
  (settings: Settings): MakeElement =>
  (publicKey, locale) => {
    const outer = list(settings)(publicKey, locale);
    const inner = document.createElement('mp-add-card');
    inner.slot = 'add-card';
    outer.append(inner);
    return outer;
  };

export const nothing = (): void => {};

/** What most states of the list wait for. */
export const codeReady = ({ standIn }: Stage): Promise<void> => standIn.ready('securityCode');

/** Waits for the next error of an element. */
export async function fails({ root }: Stage): Promise<void> {
  await new Promise((resolve) => root.addEventListener('card-error', resolve, { once: true }));
}
