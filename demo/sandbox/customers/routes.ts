import { Hono } from 'hono';
import { addCardRoutes } from '../cards/routes.js';
import { parseBody } from '../http/body.js';
import { customerErrors } from '../http/catalogue.js';
import { accessTokenOnly } from '../http/credentials.js';
import type { Env } from '../http/env.js';
import { paged, readPage } from '../http/paging.js';
import { addCustomer, changeCustomer, customerByEmail, removeCustomer, requireCustomer } from './profiles.js';
import { createBody, customerBodyRules, profileChanges, updateBody } from './request.js';
import { customerView } from './view.js';

/** `/v1/customers`, with the cards below each customer. */
export function customerRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(accessTokenOnly);

  routes.post('/', async (c) => {
    const { account } = c.var;
    const body = await parseBody(c, createBody, customerBodyRules);
    const changes = profileChanges(body, () => String(account.ids.number('address')));
    const customer = addCustomer(account, { ...changes, email: body.email });
    return c.json(customerView(account, customer), 201);
  });

  routes.get('/search', (c) => {
    const { account } = c.var;
    const { email, id } = c.req.query();
    const found = email === undefined ? [...account.customers.values()] : [customerByEmail(account, email)];
    const matches = found.filter((customer) => customer !== undefined && (id === undefined || customer.id === id));
    return c.json(
      paged(
        matches.filter((customer) => customer !== undefined),
        readPage(c.req.query()),
        (customer) => customerView(account, customer),
      ),
    );
  });

  routes.get('/:id', (c) => c.json(customerView(c.var.account, requireCustomer(c.var.account, c.req.param('id')))));

  routes.put('/:id', async (c) => {
    const { account } = c.var;
    const customer = requireCustomer(account, c.req.param('id'));
    const body = await parseBody(c, updateBody, customerBodyRules);
    changeCustomer(account, customer, {
      ...profileChanges(body, () => String(account.ids.number('address'))),
      ...(body.default_card !== undefined && { defaultCard: body.default_card }),
    });
    return c.json(customerView(account, customer));
  });

  // The official SDK deletes the resource itself, the API description names a path of its own.
  routes.on('DELETE', ['/:id', '/:id/delete'], (c) => {
    const { account } = c.var;
    const customer = requireCustomer(account, c.req.param('id'));
    const view = customerView(account, customer, 'deactive');
    removeCustomer(account, customer);
    return c.json(view);
  });

  addCardRoutes(routes);

  // A client whose id variable is empty ends up on one of these; the guide documents the answer.
  routes.all('*', async (c, next) => {
    if (/^\/v1\/customers(\/?$|\/\/)/.test(c.req.path)) throw customerErrors.error(400, '102');
    await next();
  });
  return routes;
}
