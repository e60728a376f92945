import { expect } from '@open-wc/testing';
import { MpError } from '../../src/errors.js';

export const json = (body: unknown, status = 200) => Response.json(body, { status });

export type ShopAnswer = () => Response | Promise<Response>;

/** A `fetch` that returns these answers one after the other, and the last one from then on. It records its requests. */
export function fakeEndpoint(...answers: ShopAnswer[]) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push(new Request(input, init));
    return answers[Math.min(requests.length, answers.length) - 1]!();
  };
  return { requests, fetch };
}

export async function errorOf(work: Promise<unknown>): Promise<MpError> {
  try {
    await work;
  } catch (error) {
    expect(error).to.be.instanceOf(MpError);
    return error as MpError;
  }
  throw new Error('Expected a rejection.');
}
