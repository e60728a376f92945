import type { IncomingMessage } from 'node:http';

/**
 * Whether a request names this machine and the server's own port. A page elsewhere can have the name of its own host lead
 * here (DNS rebinding); the browser then counts the sandbox as part of that page, and no rule about origins applies.
 */
export function isForOwnHost({ headers, socket }: IncomingMessage): boolean {
  const port = socket.localPort === 80 ? '' : `:${socket.localPort}`;
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return names.some((name) => headers.host?.toLowerCase() === name + port);
}
