import type { Sdk, SdkField } from './sdk.js';
import { inputOf, messagesDelivered } from './shopper.js';
import type { FieldType } from './types.js';

// A test may replace the clock of its page; this one keeps running.
const { setTimeout: startTimer, clearTimeout: stopTimer } = globalThis;

/** Less than the limit of most test runners, which end a test without a word about what it waited for. */
const LIMIT = 4000;

export interface UsableField {
  readonly iframe: HTMLIFrameElement;
  readonly input: HTMLInputElement;
}

const mountedField = ({ mounted }: Sdk, type: FieldType): SdkField | undefined =>
  mounted.find((field) => field.type === type);

/** Resolves when the field is mounted and has emitted `ready`; rejects with what is missing when that takes too long. */
export function readyField(sdk: Sdk, type: FieldType): Promise<void> {
  return withinLimit(sdk, type, async () => {
    while (!mountedField(sdk, type)?.ready) await sdk.controls.fieldsChanged();
  });
}

/**
 * Calls `use` when the field is ready and has handled all messages of the page. A field that is unmounted, replaced or moved meanwhile
 * is waited for again.
 */
export function useField(sdk: Sdk, type: FieldType, use: (field: UsableField) => void): Promise<void> {
  return withinLimit(sdk, type, async (isOver) => {
    while (!isOver()) {
      const usable = await listening(sdk, type);
      if (usable && !isOver()) return use(usable);
      if (!usableNow(sdk, type)) await sdk.controls.fieldsChanged();
    }
  });
}

/** The field, unless it is not ready, or changes before it has handled the messages of the page. */
async function listening(sdk: Sdk, type: FieldType): Promise<UsableField | undefined> {
  const usable = usableNow(sdk, type);
  const view = usable?.input.ownerDocument.defaultView;
  if (!view) return usable;
  let isDelivered = false;
  const delivered = messagesDelivered(view).then(() => (isDelivered = true));
  // A frame that is gone delivers nothing.
  while (!isDelivered && usableNow(sdk, type)?.input === usable.input)
    await Promise.race([delivered, sdk.controls.fieldsChanged()]);
  return usableNow(sdk, type)?.input === usable.input ? usable : undefined;
}

/** A frame that was moved has another document, without an input at first. */
function usableNow(sdk: Sdk, type: FieldType): UsableField | undefined {
  const { iframe, ready } = mountedField(sdk, type) ?? {};
  if (!ready || !iframe?.isConnected) return undefined;
  if (iframe.contentDocument && !iframe.contentDocument.querySelector('input')) return undefined;
  return { iframe, input: inputOf(iframe, type) };
}

function withinLimit(sdk: Sdk, type: FieldType, wait: (isOver: () => boolean) => Promise<void>): Promise<void> {
  const { timeout = LIMIT } = sdk.options;
  let isOver = false;
  return new Promise((resolve, reject) => {
    const timer = startTimer(() => {
      isOver = true;
      reject(new Error(`${missing(sdk, type)} after ${timeout / 1000} s`));
    }, timeout);
    wait(() => isOver)
      .then(resolve, reject)
      .finally(() => stopTimer(timer));
  });
}

function missing(sdk: Sdk, type: FieldType): string {
  const field = mountedField(sdk, type);
  if (field) {
    const readiness = JSON.stringify(sdk.controls.readiness);
    return `The field ${type} is mounted and ${field.ready ? 'still loading' : `not ready (readiness: ${readiness})`}`;
  }
  const others = sdk.mounted.map((mounted) => mounted.type).join(', ');
  return `No field ${type} is mounted (${others ? `only ${others}` : 'none is'})`;
}
