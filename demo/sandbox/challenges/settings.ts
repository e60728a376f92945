import { z } from 'zod';

/** How the bank's challenge behaves. What each one does has been seen, or is documented, of real ones. */
export const challengeSwitches = z.strictObject({
  /** The page asks the shopper; or ends by itself, as the test card has it; or is broken. */
  page: z.enum(['asks', 'ends', 'broken']).default('asks'),
  /** Who says that it is finished: the page in the shop's frame, a page in a frame of that one, or no one. */
  message: z.enum(['frame', 'nested', 'never']).default('frame'),
  /** Whether the page lets itself be shown in a frame. */
  framing: z.enum(['allowed', 'refused']).default('allowed'),
  /** What a payment calls the challenge's data: an old page of the documentation spells it in one word less. */
  info: z.enum(['three_ds_info', 'three_dsinfo']).default('three_ds_info'),
  /** How long after the answer the payment changes: real ones are not immediate. */
  settles_after_ms: z.int().min(0).max(120_000).default(0),
  /** How long a challenge waits for its answer; without it, as long as the API documents. */
  expires_after_ms: z.int().min(0).nullable().default(null),
});

export type ChallengeSwitches = z.output<typeof challengeSwitches>;

export const USUAL_CHALLENGE: ChallengeSwitches = challengeSwitches.parse({});
