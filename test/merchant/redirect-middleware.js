/** Requests that came to where a redirect leads. */
let arrived = [];

/**
 * `/moved/307` redirects to a list without cards, `/moved/307/away` to the same on another origin: no scripted `fetch` can
 * imitate that. `/moved-arrived` answers what has come there since it was asked last.
 */
export function redirectMiddleware(context, next) {
  const [, place, status, where] = context.path.split('/');
  if (place === 'moved-arrived') {
    context.body = arrived;
    arrived = [];
  } else if (place === 'moved-there') {
    const { method, headers } = context.request;
    // What a shop on another origin allows to every page.
    const asked = headers['access-control-request-headers'] ?? '*';
    context.set({
      'Access-Control-Allow-Origin': headers.origin ?? '*',
      'Access-Control-Allow-Headers': asked,
      'Access-Control-Allow-Methods': '*',
    });
    if (method === 'OPTIONS') context.status = 204;
    else {
      arrived.push({ method, csrf: headers['x-csrf-token'] ?? '' });
      context.body = [];
    }
  } else if (place === 'moved') {
    const { hostname, port } = new URL(context.href);
    const origin = `http://${hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}`;
    context.status = Number(status);
    context.set('Location', where === 'away' ? `${origin}/moved-there` : '/moved-there');
  } else return next();
}
