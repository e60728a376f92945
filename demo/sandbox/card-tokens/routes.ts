import { Hono } from 'hono';
import { parseBody, readObject, validate } from '../http/body.js';
import { tokenErrors } from '../http/catalogue.js';
import { tokenCredentials } from '../http/credentials.js';
import type { Env } from '../http/env.js';
import { changeToken, tokenOfRawCard, tokenOfSavedCard } from './create.js';
import { rawCardBody, savedCardBody, tokenBodyRules, updateBody } from './request.js';
import { requireToken, statusOf } from './tokens.js';
import { tokenView } from './view.js';

/** `/v1/card_tokens` */
export function cardTokenRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(tokenCredentials);

  routes.post('/', async (c) => {
    const { account, key } = c.var;
    const body = await readObject(c, tokenBodyRules);
    const token =
      'card_id' in body
        ? tokenOfSavedCard(account, key, validate(body, savedCardBody, tokenBodyRules))
        : tokenOfRawCard(account, key, validate(body, rawCardBody, tokenBodyRules));
    return c.json(tokenView(account, token), 201);
  });

  routes.get('/:id', (c) => c.json(tokenView(c.var.account, requireToken(c.var.account, c.req.param('id')))));

  routes.put('/:id', async (c) => {
    const { account } = c.var;
    const token = requireToken(account, c.req.param('id'));
    if (statusOf(account, token) !== 'active') throw tokenErrors.error(400, '3005');
    changeToken(account, token, await parseBody(c, updateBody, tokenBodyRules));
    return c.json(tokenView(account, token));
  });
  return routes;
}
