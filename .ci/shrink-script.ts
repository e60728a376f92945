import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { minify } from 'terser';
import { banner, packagesIn } from './notices.js';

/**
 * Minifies the script-tag file a second time: Terser finds what the bundler's own minifier leaves, some 300 bytes when zipped.
 * A page in another encoding reads a classic script in its own, so only ASCII is left: it arrives everywhere as it was written.
 */
export async function shrinkScript(file: string): Promise<void> {
  const before = readFileSync(`${file}.map`, 'utf8');
  const { code = '', map } = await minify(onlyWithDocument(readFileSync(file, 'utf8')), {
    compress: { passes: 3, unsafe_arrows: true },
    format: { ascii_only: true, preamble: banner(packagesIn(before)) },
    sourceMap: { content: before, includeSources: true, url: `${basename(file)}.map` },
  });
  // eslint-disable-next-line no-control-regex -- ASCII begins with control characters
  if (/[^\x00-\x7f]/.test(code)) throw new Error(`${file} is not plain ASCII`);
  writeFileSync(file, code);
  writeFileSync(`${file}.map`, map as string);
}

/** On a server the file does nothing: a bundle for both may import it. */
function onlyWithDocument(code: string): string {
  const guarded = code.replace(/^var (\w+)=\(function/, 'var $1=typeof document>"u"?{}:(function');
  if (guarded === code) throw new Error('the file for a script tag does not begin as expected');
  return guarded;
}
