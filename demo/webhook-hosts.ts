import type { IncomingMessage } from 'node:http';

/**
 * Names, besides `localhost`, under which Mercado Pago reaches the shop of `npm start`: those of a tunnel. Vite refuses
 * every other name, since a page of another site could give it to this machine's address.
 */
export function webhookHosts({ MP_WEBHOOK_HOSTS = '' }: Record<string, string | undefined>): string[] {
  const names = MP_WEBHOOK_HOSTS.split(',').flatMap((name) => name.trim().toLowerCase() || []);
  const wrong = names.find((name) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name));
  if (wrong !== undefined) {
    throw new Error(`MP_WEBHOOK_HOSTS must be names of hosts such as shop.example.com, with commas between: ${wrong}`);
  }
  return names;
}

/** Whether a request came by such a name, and asks for something else than webhooks: the tunnel is open to everyone. */
export function isRefused({ headers: { host = '' }, url = '' }: IncomingMessage, hosts: readonly string[]): boolean {
  const [name = ''] = host.toLowerCase().split(':');
  return hosts.includes(name) && !/^\/api\/webhooks(\?|$)/.test(url);
}
