import { aTimeout, fixture, fixtureCleanup } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/index.js';
import type { MpSavedCardsElement } from '../../src/elements.js';
import { installMercadoPago, type StandIn, type StandInOptions } from '../../src/testing/index.js';
import { ConsoleRecorder, Recorder } from './recorder.js';

let keys = 0;
let cleanUp: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const undo of cleanUp.reverse()) await undo();
  cleanUp = [];
});

/** Runs `undo` after the test, in reverse order of registration. */
export function afterTest(undo: () => void | Promise<void>): void {
  cleanUp.push(async () => undo());
}

/** A new public key for each test: `connectSdk` keeps one instance per key, and the stand-in is uninstalled after its test. */
export const nextKey = (): string => `TEST-MLA-${++keys}`;

export interface MountOptions {
  /** Options of the stand-in; `null` for a page without MercadoPago.js. */
  standIn?: StandInOptions | null;
  /** The element, where `mount` cannot find it: in a closed shadow root. */
  element?: MpSavedCardsElement;
  /** Called before anything is rendered, for instance to delay `ready`. */
  before?: (standIn: StandIn) => void;
}

/** A test page with any of our elements. */
export interface Page {
  readonly page: HTMLElement;
  readonly standIn: StandIn | undefined;
  readonly events: Recorder;
  readonly log: ConsoleRecorder;
}

/** Renders `template` into the page, with the stand-in for MercadoPago.js. */
export async function mountPage(template: TemplateResult, options: MountOptions = {}): Promise<Page> {
  const log = new ConsoleRecorder();
  const events = new Recorder();
  const standIn = options.standIn === null ? undefined : installMercadoPago({ timeout: 15_000, ...options.standIn });
  // Runs last, since a fake clock has to be uninstalled before.
  cleanUp.unshift(async () => {
    fixtureCleanup();
    await aTimeout(0); // the element releases its field in a task of its own
    standIn?.uninstall();
    events.stop();
    log.stop();
  });
  if (standIn) options.before?.(standIn);
  return { page: await fixture<HTMLElement>(template), standIn, events, log };
}
