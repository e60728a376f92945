/** Shows the bank's page as a shop's frame does: `creq` is posted to it, or its address has all that it needs. */
export async function showChallenge(url: string, creq?: string): Promise<string> {
  const response = creq ? await fetch(url, { method: 'POST', body: new URLSearchParams({ creq }) }) : await fetch(url);
  if (!response.ok) throw new Error(`The bank answered ${response.status}`);
  const text = await response.text();
  const inner = /<iframe[^>]* src="([^"]+)"/.exec(text)?.[1];
  return inner ? showChallenge(new URL(inner, url).href) : text;
}

/** The same, and presses one of its buttons, if it has any; the page that comes then. */
export async function answerChallenge(url: string, creq: string | undefined, answer: 'confirm' | 'reject') {
  const page = await showChallenge(url, creq);
  const hidden = [...page.matchAll(/name="(creq|nested)" value="([^"]+)"/g)].map(([, name, value]) => [name, value]);
  if (hidden.length === 0) return page;
  const body = new URLSearchParams([...(hidden as [string, string][]), ['answer', answer]]);
  const response = await fetch(new URL('/3ds/answer', url), { method: 'POST', body });
  if (!response.ok) throw new Error(`The bank answered ${response.status}`);
  return response.text();
}
