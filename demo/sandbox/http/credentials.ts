import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Accounts } from '../engine/accounts.js';
import { ApiError } from './api-error.js';
import { customerErrors, lookupErrors, paymentErrors, tokenErrors } from './catalogue.js';
import type { Env } from './env.js';

/** Reads access token or public key. Whether they are enough is for each resource to say. */
export function identify(accounts: Accounts) {
  return createMiddleware<Env>(async (c, next) => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const secret = bearer ?? c.req.query('public_key');
    const account = secret === undefined ? null : accounts.of(secret);
    const kind = bearer === undefined ? 'public-key' : 'access-token';
    c.set('caller', account);
    c.set('key', secret ?? '');
    c.set('credential', secret === undefined ? 'none' : account ? kind : 'refused');
    await next();
  });
}

const refusedToken = () => new ApiError(401, 'invalid access token');
const sentBearer = (c: Context) => c.req.header('authorization') !== undefined;

/** For the seller's server: an access token, nothing less. */
export const accessTokenOnly = createMiddleware<Env>(async (c, next) => {
  const { caller, credential } = c.var;
  if (credential === 'none') throw customerErrors.error(401, '100', 'unauthorized');
  if (!caller) throw refusedToken();
  if (credential === 'public-key') throw paymentErrors.error(403, '4');
  c.set('account', caller);
  await next();
});

/** For card tokens: made in browsers with the public key, or on a PCI-compliant server with the access token. */
export const tokenCredentials = createMiddleware<Env>(async (c, next) => {
  if (!c.var.caller) throw sentBearer(c) ? refusedToken() : tokenErrors.error(404, 'E501');
  c.set('account', c.var.caller);
  await next();
});

/** For lookups: either kind. */
export const lookupCredentials = createMiddleware<Env>(async (c, next) => {
  const { caller, credential } = c.var;
  if (credential === 'none') throw lookupErrors.error(401, '1000');
  if (!caller) throw sentBearer(c) ? refusedToken() : lookupErrors.error(400, '1001');
  c.set('account', caller);
  await next();
});
