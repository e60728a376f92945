import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Accounts } from '../engine/accounts.js';
import type { Account } from '../engine/account.js';
import { ApiError } from '../http/api-error.js';
import type { Env } from '../http/env.js';
import { requirePayment } from '../payments/find.js';
import type { PaymentRecord } from '../payments/record.js';
import { endPage, outerPage, questionPage, type ChallengePage } from './pages.js';
import { answerChallenge, settleWaiting } from './progress.js';

const challengeRequest = z.object({ account: z.string(), payment: z.number() });
const answerForm = z.object({
  creq: z.string(),
  answer: z.enum(['confirm', 'reject']),
  nested: z.literal('1').optional(),
});

interface Challenge {
  readonly account: Account;
  readonly payment: PaymentRecord;
  readonly creq: string;
}

/** What `payments/view.ts` made of account and payment. */
function readChallenge(accounts: Accounts, creq: unknown): Challenge {
  const request = challengeRequest.safeParse(parsed(creq));
  const account = request.success ? accounts.of(request.data.account) : null;
  if (!request.success || !account) throw new ApiError(400, 'invalid creq');
  return { account, payment: requirePayment(account, request.data.payment), creq: String(creq) };
}

function parsed(creq: unknown): unknown {
  try {
    return JSON.parse(Buffer.from(String(creq), 'base64url').toString());
  } catch {
    return null;
  }
}

/** `/3ds`: the page of the shopper's bank, which the shop shows in a frame. */
export function challengeRoutes(accounts: Accounts): Hono<Env> {
  const routes = new Hono<Env>();

  // A payment has `creq` posted into the frame; an order has one address for it.
  routes.on(['GET', 'POST'], '/', async (c) => {
    const creq = c.req.query('creq') ?? (await c.req.parseBody())['creq'];
    const challenge = readChallenge(accounts, creq);
    const { page, message } = c.var.control.challengeOf(challenge.account.name);
    if (page === 'broken') throw new ApiError(500, 'the bank has a problem');
    if (page === 'ends') answerChallenge(c.var.control, challenge.account, challenge.payment, 'confirm');
    if (message !== 'nested') return showChallenge(c, challenge, false);
    const address = `/3ds/inner?creq=${challenge.creq}`;
    return c.html(outerPage(pageOf(c, challenge, true), address));
  });

  routes.get('/inner', (c) => showChallenge(c, readChallenge(accounts, c.req.query('creq')), true));

  routes.post('/answer', async (c) => {
    const form = answerForm.safeParse(await c.req.parseBody());
    if (!form.success) throw new ApiError(400, 'expected creq and answer');
    const challenge = readChallenge(accounts, form.data.creq);
    if (isOpen(c, challenge)) answerChallenge(c.var.control, challenge.account, challenge.payment, form.data.answer);
    return c.html(endPage(pageOf(c, challenge, form.data.nested === '1'), saysSo(c, challenge)));
  });
  return routes;
}

/** The question, or the end when there is nothing to ask any more. */
function showChallenge(c: Context<Env>, challenge: Challenge, isNested: boolean) {
  const page = pageOf(c, challenge, isNested);
  const { page: kind } = c.var.control.challengeOf(challenge.account.name);
  const isAsked = kind === 'asks' && isOpen(c, challenge);
  return c.html(isAsked ? questionPage(page) : endPage(page, saysSo(c, challenge)));
}

const saysSo = (c: Context<Env>, { account }: Challenge): boolean =>
  c.var.control.challengeOf(account.name).message !== 'never';

function isOpen(c: Context<Env>, { account, payment }: Challenge): boolean {
  settleWaiting(c.var.control, account);
  return payment.statusDetail === 'pending_challenge';
}

/** Sets the headers of a page of the bank, and gives what it is made of. */
function pageOf(c: Context<Env>, { account, payment, creq }: Challenge, isNested: boolean): ChallengePage {
  const nonce = randomBytes(16).toString('base64');
  const { framing } = c.var.control.challengeOf(account.name);
  const isRefused = framing === 'refused';
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...(isRefused ? ["frame-ancestors 'none'"] : []),
  ];
  c.header('Content-Security-Policy', policy.join('; '));
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  if (isRefused) c.header('X-Frame-Options', 'DENY');
  return { nonce, creq, isNested, amount: `${account.site.currency} ${payment.amount}` };
}
