/** What several entries of the package share, by a source file that is only there: the first that fits names the chunk. */
const CHUNKS: readonly [name: string, source: RegExp][] = [
  ['saved-cards', /\/saved-cards\/element\./],
  ['add-card', /\/add-card\/element\./],
  ['payment-challenge', /\/payment-challenge\/element\./],
  ['cards', /\/core\/card-element\./],
  ['diagnose', /\/diagnose\/diagnose\./],
  ['register', /\/register\./],
  ['api', /\/mercadopago\/sdk-options\./],
  ['common', /\/i18n\//],
];

/**
 * The file of a chunk, without its ending. Entries share few files instead of every module of `src/`: no app is invited to
 * import one of those, and a page without a bundler asks for a dozen files, not for two hundred. The names have no hash, so
 * that two versions can be compared; an unknown chunk fails the build, since each costs those who load the modules as they are.
 */
export function chunkFile({ moduleIds }: { readonly moduleIds: readonly string[] }): string {
  const chunk = CHUNKS.find(([, source]) => moduleIds.some((id) => source.test(id.replaceAll('\\', '/'))));
  if (!chunk) throw new Error(`.ci/chunks.ts names no chunk with ${moduleIds.join(', ')}`);
  return `internal/${chunk[0]}`;
}

/**
 * Errors, events and `configureSdk`, which a module of an app uses without an element: in a file of their own they cost 1 kB. In
 * the file of all elements, they would bring what a bundler dares not leave out of it (templates, records of the page): 8 kB.
 */
export const SMALL_EXPORTS = { name: 'api', test: /\/src\/(errors|core\/events|mercadopago\/sdk-options)\.ts$/ };
