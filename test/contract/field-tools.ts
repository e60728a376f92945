import { sendKeys } from '@web/test-runner-commands';
import type {
  Field,
  FieldEvent,
  FieldEventName,
  FieldOptions,
  FieldType,
  MercadoPagoInstance,
} from '../../src/testing/index.js';

const EVENTS: FieldEventName[] = ['ready', 'focus', 'blur', 'change', 'paste', 'validityChange', 'error'];

/** Records the events of a field, in order, and waits for further ones. */
export class Heard {
  readonly events: { name: FieldEventName; detail: FieldEvent }[] = [];
  #waiting: (() => void)[] = [];

  constructor(field: Field, type: FieldType) {
    const names: FieldEventName[] = type === 'cardNumber' ? [...EVENTS, 'binChange'] : EVENTS;
    for (const name of names) field.on(name, (detail) => this.#hear(name, detail));
  }

  of(name: FieldEventName): FieldEvent[] {
    return this.events.filter((event) => event.name === name).map((event) => event.detail);
  }

  /** Resolves when the event was emitted `times` times since the recording began. */
  async times(name: FieldEventName, times: number): Promise<FieldEvent[]> {
    while (this.of(name).length < times) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.of(name);
  }

  #hear(name: FieldEventName, detail: FieldEvent): void {
    this.events.push({ name, detail });
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

const added: Element[] = [];
const created: Field[] = [];

/** A container for a field in the document, between two buttons: Tab leads from the first into the field, then on. */
export function container(tag = 'div'): HTMLElement {
  const before = Object.assign(document.createElement('button'), { textContent: 'before' });
  const after = Object.assign(document.createElement('button'), { textContent: 'after' });
  const element = document.createElement(tag);
  element.id = `container-${crypto.getRandomValues(new Uint32Array(1)).join()}`;
  element.style.cssText = 'display: block; height: 40px; width: 200px;';
  document.body.append(before, element, after);
  added.push(before, element, after);
  return element;
}

export function create(mp: MercadoPagoInstance, type: FieldType, options?: FieldOptions): Field {
  const field = mp.fields.create(type, options);
  created.push(field);
  return field;
}

export interface Mounted {
  type: FieldType;
  field: Field;
  box: HTMLElement;
  iframe: HTMLIFrameElement;
  heard: Heard;
}

/** A mounted field that has emitted `ready`. */
export async function mounted(mp: MercadoPagoInstance, type: FieldType, options?: FieldOptions): Promise<Mounted> {
  const box = container();
  const field = create(mp, type, options);
  const heard = new Heard(field, type);
  field.mount(box.id);
  await heard.times('ready', 1);
  return { type, field, box, iframe: frameIn(box), heard };
}

export function frameIn(box: HTMLElement): HTMLIFrameElement {
  const iframe = box.querySelector('iframe');
  if (!iframe) throw new Error('There is no frame in the container');
  return iframe;
}

/** Moves focus into the field with Tab. */
export async function tabInto({ box, heard }: Mounted): Promise<void> {
  const times = heard.of('focus').length;
  const before = box.previousElementSibling;
  if (before instanceof HTMLElement) before.focus();
  await sendKeys({ press: 'Tab' });
  await heard.times('focus', times + 1);
}

/** Presses real keys in the frame; resolves when the page has got the event of each. */
export async function typeInto(target: Mounted, text: string): Promise<void> {
  await tabInto(target);
  for (const character of text) await press(target, character);
}

/** Types and leaves the field. When `blur` arrives, all earlier events have arrived too. */
export async function fillIn(target: Mounted, text: string): Promise<void> {
  await typeInto(target, text);
  await tabOut(target);
}

export async function tabOut({ heard }: Mounted): Promise<void> {
  const times = heard.of('blur').length;
  await sendKeys({ press: 'Tab' });
  await heard.times('blur', times + 1);
}

/** One key that changes the content. */
export async function press({ heard }: Mounted, key: string): Promise<void> {
  const times = heard.of('change').length;
  await sendKeys({ press: key });
  await heard.times('change', times + 1);
}

/** The value with which a promise rejects. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  let rejected = true;
  const reason: unknown = await promise.then(
    () => (rejected = false),
    (value: unknown) => value,
  );
  if (!rejected) throw new Error('The promise was expected to reject');
  return reason;
}

/** The lines that are written to the console while `act` runs. */
export async function saidDuring(act: () => unknown): Promise<string[]> {
  const { warn, error } = console;
  const said: string[] = [];
  const note = (...parts: unknown[]) =>
    void said.push(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(''));
  Object.assign(console, { warn: note, error: note });
  try {
    await act();
  } finally {
    Object.assign(console, { warn, error });
  }
  return said;
}

/** Unmounts the fields that a test left mounted, since the state of the SDK belongs to the page. */
export function cleanUp(): void {
  for (const field of created.splice(0)) {
    try {
      field.unmount();
    } catch {
      // not mounted any more, or never
    }
  }
  for (const element of added.splice(0)) element.remove();
}
