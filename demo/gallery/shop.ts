/** What the shop's endpoint answers, for elements whose `fetch` is replaced: nothing leaves the page. */
export type ShopAnswer = object | number | 'never';

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

const answerWith = (answer: ShopAnswer): Response | Promise<Response> => {
  if (answer === 'never') return new Promise<Response>(() => {});
  return typeof answer === 'number' ? new Response(null, { status: answer }) : json(answer);
};

/** A shop with these cards that answers every change with `change`. */
export const shopWith = (cards: ShopAnswer, change: ShopAnswer = 204): typeof fetch =>
  async function (_, init) {
    return answerWith((init?.method ?? 'GET') === 'GET' ? cards : change);
  };
