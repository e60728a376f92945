/** When our script runs, as seen from the hydration of a page that a framework's server rendered, and the cards in that page. */
export const ORDERS = [
  { order: 'before it hydrates, with the code ready to be typed', cards: undefined },
  { order: 'at the same time as it hydrates, with a form that opens by itself', cards: '[]' },
  { order: 'after it has hydrated', cards: undefined },
] as const;

const OURS = 'mp-saved-cards.min.js';
const CLIENT = 'client.js';

const script = (source: string) => `<script type="module" src="${source}"></script>`;

/** A script that adds another one once the page is that far. */
const later = (source: string, condition: string) => `<script>
  const timer = setInterval(() => {
    if (!(${condition})) return;
    clearInterval(timer);
    document.body.append(Object.assign(document.createElement('script'), { type: 'module', src: '${source}' }));
  }, 10);
</script>`;

const SCRIPTS = [
  script(OURS) + later(CLIENT, `document.querySelector('mp-saved-cards iframe')`),
  script(OURS) + script(CLIENT),
  script(CLIENT) + later(OURS, `'hydrated' in document.documentElement.dataset`),
];

/** The page around what the server rendered, which keeps the element of the server as `rendered`. */
export const serverPage = (index: number, html: string): string => `<!doctype html>
<meta charset="utf-8" />
<title>From the server</title>
<div id="root"${ORDERS[index]?.cards ? ` data-cards="${ORDERS[index].cards}"` : ''}>${html}</div>
<script>
  rendered = document.querySelector('mp-saved-cards');
</script>
${SCRIPTS[index]}`;

/** The page of a shop whose server renders all of it, with the customer's cards as JSON. */
export const paymentPage = (html: string, cards: string): string => `<!doctype html>
<meta charset="utf-8" />
<title>Rendered with @lit-labs/ssr</title>
<div id="root" data-cards="${cards.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">${html}</div>
${script(CLIENT)}`;
