/** How the bank's page behaves when it asks about a payment; `challenge` as `demo/sandbox/challenges/settings.ts` has it. */
const behaviours = {
  usual: { label: 'asks, says when finished', challenge: null },
  ends: { label: 'ends by itself', challenge: { page: 'ends' } },
  nested: { label: 'asks in a frame of its own', challenge: { message: 'nested' } },
  silent: { label: 'does not say when it is finished', challenge: { message: 'never' } },
  slow: { label: 'the payment follows 8 s after the answer', challenge: { settles_after_ms: 8_000 } },
  expires: { label: 'the question expires after 20 s', challenge: { expires_after_ms: 20_000 } },
  refused: { label: 'refuses to be framed', challenge: { framing: 'refused' } },
  broken: { label: 'is broken', challenge: { page: 'broken' } },
} as const;

export type BankName = keyof typeof behaviours;

export const bankSwitches = (name: BankName): object | null => behaviours[name].challenge;

export const bankLabels = Object.fromEntries(
  Object.entries(behaviours).map(([name, { label }]) => [name, label]),
) as Readonly<Record<BankName, string>>;
