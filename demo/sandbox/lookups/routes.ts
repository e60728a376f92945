import { Hono } from 'hono';
import { lookupErrors } from '../http/catalogue.js';
import { lookupCredentials } from '../http/credentials.js';
import type { Env } from '../http/env.js';
import { issuerOfMethod, methodOfBin, methodOfId } from '../sites/index.js';
import type { CardMethod, Site } from '../sites/site.js';
import { installmentsView, messageLocale } from './installments.js';
import { cardMethodView, offlineMethodView, searchResultView, thumbnails } from './method-view.js';

/** The card method that a query names by BIN, by id, or by both, which must then agree. */
function methodOfQuery(site: Site, bin: string | undefined, id: string | undefined): CardMethod | undefined {
  const method = bin ? methodOfBin(site, bin) : methodOfId(site, id ?? '');
  return method && (!id || method.id === id) ? method : undefined;
}

/** `/v1/payment_methods` */
export function paymentMethodRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(lookupCredentials);

  routes.get('/', (c) => {
    const { site } = c.var.account;
    return c.json([
      ...site.cardMethods.map((method) => cardMethodView(site, method)),
      ...site.offlineMethods.map((method) => offlineMethodView(site, method)),
    ]);
  });

  // An unknown BIN gives an empty result, not an error.
  routes.get('/search', (c) => {
    const { site } = c.var.account;
    const bin = c.req.query('bins') ?? c.req.query('bin');
    const id = c.req.query('id') ?? c.req.query('payment_method_id');
    if (!bin && !id) throw lookupErrors.error(400, '1002');
    const method = methodOfQuery(site, bin, id);
    const results = method ? [searchResultView(site, method)] : [];
    return c.json({ paging: { total: results.length, limit: 30, offset: 0 }, results });
  });

  routes.get('/card_issuers', (c) => {
    const { bin, payment_method_id: id } = c.req.query();
    if (!bin && !id) throw lookupErrors.error(400, '1002');
    const method = methodOfQuery(c.var.account.site, bin, id);
    const issuers = method?.issuers ?? [];
    return c.json(
      issuers.map((issuer) => ({
        id: String(issuer.id),
        name: issuer.name,
        ...thumbnails(method?.id ?? ''),
        processing_mode: 'aggregator',
        merchant_account_id: null,
      })),
    );
  });

  routes.get('/installments', (c) => {
    const { site } = c.var.account;
    const { bin, amount = '', payment_method_id: id, payment_type_id: type, locale } = c.req.query();
    if (!/^\d+(\.\d+)?$/.test(amount) || (!bin && !id)) throw lookupErrors.error(400, '1002');
    const method = methodOfQuery(site, bin, id);
    const issuerId = c.req.query('issuer.id') ?? c.req.query('issuer_id');
    const issuer = method && (issuerId ? issuerOfMethod(method, issuerId) : method.issuers[0]);
    if (!method || !issuer || (type && type !== method.paymentTypeId)) return c.json([]);
    return c.json([installmentsView(site, method, issuer, Number(amount), messageLocale(site, locale))]);
  });
  return routes;
}

/** `/v1/identification_types`; Mexico has none. */
export function identificationTypeRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(lookupCredentials);
  routes.get('/', (c) => {
    const { identificationTypes } = c.var.account.site;
    if (identificationTypes.length === 0) throw lookupErrors.error(404, '1004');
    return c.json(identificationTypes);
  });
  return routes;
}
