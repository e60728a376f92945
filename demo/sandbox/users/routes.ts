import { Hono } from 'hono';
import { accessTokenOnly } from '../http/credentials.js';
import type { Env } from '../http/env.js';
import { userView } from './view.js';

/** `/users/me` */
export function userRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(accessTokenOnly);
  routes.get('/me', (c) => c.json(userView(c.var.account)));
  return routes;
}
