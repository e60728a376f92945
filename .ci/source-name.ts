import { resolve, dirname, relative } from 'node:path';

/**
 * What a source is called in a source map: developer tools show it under this name. A relative path would point to files that the
 * package does not have; the map carries the text of each.
 */
export function sourceName(source: string, map: string): string {
  const path = relative(process.cwd(), resolve(dirname(map), source)).replaceAll('\\', '/');
  return `mp-saved-cards:///${path}`;
}
