import { parseJson } from '../card/raw-json.js';

/** A framework may give an equal value as a new object each time it renders: that is no change. */
export const isOtherJson = (value: unknown, before: unknown): boolean =>
  JSON.stringify(value) !== JSON.stringify(before);

/** Reads text as JSON; what is no JSON stays text, so that the reader can refuse it with its own error. */
export function fromJson(value: unknown): unknown {
  const parsed = typeof value === 'string' ? parseJson(value) : undefined;
  return parsed === undefined ? (value ?? undefined) : parsed;
}

export const jsonAttribute = { fromAttribute: fromJson };
