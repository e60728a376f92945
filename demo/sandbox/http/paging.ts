/** `limit` and `offset` of a search, with what the API does about nonsense: its defaults. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = 30;

function wholeNumber(text: string | undefined, fallback: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : fallback;
}

export function readPage(query: Readonly<Record<string, string>>): Page {
  return {
    limit: Math.min(wholeNumber(query['limit'], DEFAULT_LIMIT), MAX_LIMIT),
    offset: wholeNumber(query['offset'], 0),
  };
}

/** One page of `all`, in the shape of every search of the API. */
export function paged<Item, Result>(all: readonly Item[], { limit, offset }: Page, render: (item: Item) => Result) {
  return {
    paging: { limit, offset, total: all.length },
    results: all.slice(offset, offset + limit).map(render),
  };
}
