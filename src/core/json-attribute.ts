/** A framework may give an equal value as a new object each time it renders: that is no change. */
export const isOtherJson = (value: unknown, before: unknown): boolean =>
  JSON.stringify(value) !== JSON.stringify(before);

/** Reads text as JSON; what is no JSON stays text, so that the reader can refuse it with its own error. */
export function fromJson(value: unknown): unknown {
  try {
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : (value ?? undefined);
  } catch {
    return value;
  }
}

export const jsonAttribute = { fromAttribute: fromJson };
