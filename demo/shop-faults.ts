import { ServerResponse, type IncomingMessage } from 'node:http';

/**
 * Faults of the shop's own server, so that the reference merchant behind it needs none. The QA page orders one for its own
 * browser with a cookie, `shop_fault=drop-answer.POST`, and takes it away by taking the cookie away.
 */
const COOKIE = /(?:^|;\s*)shop_fault=([a-z-]+|\d{3})\.([A-Z]+)/;
const CARDS = /^\/api\/cards(?=[/?]|$)/;

/** Answers a request to the shop's cards as the fault wants it; `false` when there is no fault for it. */
export function misbehave(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (response: ServerResponse) => Promise<void>,
): boolean {
  const [, fault = '', method] = COOKIE.exec(request.headers.cookie ?? '') ?? [];
  if (method !== request.method || !CARDS.test(request.url ?? '')) return false;
  switch (fault) {
    case 'silence':
      return true;
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Sign in</title><p>Sign in');
      return true;
    case 'drop':
      request.socket.destroy();
      return true;
    case 'drop-answer':
      // Carried out, but the answer is not sent.
      void answer(new ServerResponse(request)).then(() => request.socket.destroy());
      return true;
    default:
      if (!/^[45]\d\d$/.test(fault)) return false;
      response.writeHead(Number(fault), { 'Content-Type': 'application/json' }).end('{"message":"refused","cause":[]}');
      return true;
  }
}
