import { afterTest } from './saved-cards-harness.js';

/** Counts the calls of a method on all objects of a class, until the test is over. */
export function countCalls<Target extends object>(prototype: Target, name: keyof Target & string): { count: number } {
  const calls = { count: 0 };
  const original = Object.getOwnPropertyDescriptor(prototype, name);
  const method = prototype[name] as (...args: unknown[]) => unknown;
  Object.defineProperty(prototype, name, {
    configurable: true,
    writable: true,
    value(this: Target, ...args: unknown[]) {
      calls.count++;
      return method.apply(this, args);
    },
  });
  afterTest(() => {
    if (original) Object.defineProperty(prototype, name, original);
    else delete prototype[name];
  });
  return calls;
}
