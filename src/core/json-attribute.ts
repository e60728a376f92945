/** A framework may give an equal value as a new object each time it renders: that is no change. */
export const isOtherJson = (value: unknown, before: unknown): boolean =>
  JSON.stringify(value) !== JSON.stringify(before);

/** Reads an attribute as JSON; what is no JSON stays a string, so that the reader can refuse it with its own error. */
export const jsonAttribute = {
  fromAttribute(value: string | null): unknown {
    try {
      return value === null ? undefined : (JSON.parse(value) as unknown);
    } catch {
      return value;
    }
  },
};
