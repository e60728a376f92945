import type { MpEvent } from '../../src/core/events.js';
import { withinLimit } from './time-limit.js';

/** All events of our elements. */
export const EVENT_NAMES = [
  'cards-ready',
  'card-selected',
  'state-change',
  'token-ready',
  'token-invalidated',
  'installments-change',
  'before-remove',
  'card-removed',
  'default-card-changed',
  'card-error',
  'payment-method-change',
  'card-added',
  'challenge-done',
] as const;

export type EventName = (typeof EVENT_NAMES)[number];

/** Records name and detail of every event that reaches the document, in order. */
export class Recorder {
  #recorded: { name: string; detail: unknown }[] = [];
  #submits = 0;
  #waiting: (() => void)[] = [];
  readonly #listening = new AbortController();

  constructor() {
    for (const name of EVENT_NAMES)
      document.addEventListener(name, (event) => this.#hear(event as MpEvent<unknown>), {
        signal: this.#listening.signal,
      });
    document.addEventListener('submit', () => this.#hearSubmit(), { signal: this.#listening.signal });
  }

  get names(): string[] {
    return this.#recorded.map(({ name }) => name);
  }

  /** The details of all events of one name. */
  of<Detail = unknown>(name: EventName): Detail[] {
    return this.#recorded.filter((event) => event.name === name).map(({ detail }) => detail as Detail);
  }

  /** Details of all events except `token-ready`, the only one that may contain a token. */
  get withoutTokens(): unknown[] {
    return this.#recorded.filter(({ name }) => name !== 'token-ready').map(({ detail }) => detail);
  }

  forget(): void {
    this.#recorded = [];
  }

  /** Resolves with the details when the event was fired `times` times. */
  async times<Detail = unknown>(name: EventName, times = 1): Promise<Detail[]> {
    await this.#until(() => this.of(name).length >= times, `${name} × ${times}`);
    return this.of<Detail>(name);
  }

  /** Resolves when this many submit events have reached the page's own listeners. */
  async submitted(times = 1): Promise<void> {
    await this.#until(() => this.#submits >= times, `submit × ${times}`);
  }

  stop(): void {
    this.#listening.abort();
  }

  #until(heard: () => boolean, what: string): Promise<void> {
    const wait = async () => {
      while (!heard()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    };
    return withinLimit(wait(), () => `no ${what}, but [${this.names.join(', ')}]`, this.#listening.signal);
  }

  #hear({ type, detail }: MpEvent<unknown>): void {
    this.#recorded.push({ name: type, detail });
    this.#wake();
  }

  #hearSubmit(): void {
    this.#submits++;
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Records what is written to the console. Lines of ours and of the SDK do not appear in the output of the test run. */
export class ConsoleRecorder {
  readonly lines: { level: string; text: string }[] = [];
  readonly #before = LEVELS.map((level) => [level, console[level]] as const);

  constructor() {
    for (const [level, write] of this.#before) {
      console[level] = (...parts: unknown[]) => {
        const text = parts.map(asText).join(' ');
        this.lines.push({ level, text });
        if (!/^(mp-saved-cards|MercadoPago\.js)/.test(text)) write.apply(console, parts);
      };
    }
  }

  of(level: (typeof LEVELS)[number]): string[] {
    return this.lines.filter((line) => line.level === level).map(({ text }) => text);
  }

  stop(): void {
    for (const [level, write] of this.#before) console[level] = write;
  }
}

/** All text that can be read from a value, with stack and cause of errors. */
export function asText(value: unknown): string {
  if (value instanceof Error) return `${value.name} ${value.message} ${value.stack ?? ''} ${asText(value.cause)}`;
  if (typeof value !== 'object' || value === null) return String(value);
  return JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Error ? asText(inner) : inner));
}
