import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const folder = dirname(fileURLToPath(import.meta.url));
const reference = join(folder, 'reference');
const failed = join(folder, 'failed');

/** How far a pixel's colour may be off, from 0 to 1, until it counts. Edges that are only smoothed differently never count. */
const COLOUR_TOLERANCE = 0.1;

/** How many of a picture's pixels may count: a caret's worth, not a letter's. */
const PIXEL_TOLERANCE = 12;

export const UPDATE = 'UPDATE_PICTURES=1 npm run pictures';

/**
 * Compares a picture with the committed one of this name; with `UPDATE_PICTURES=1` it takes its place instead.
 * Throws with the way to the picture, and to one that marks what differs, in `test/pictures/failed/`.
 */
export function expectPicture(name: string, taken: Uint8Array): void {
  const file = join(reference, `${name}.png`);
  if (process.env['UPDATE_PICTURES'] === '1') return save(file, taken);
  const help = `If this is the intended look: ${UPDATE}, look at it, commit it.`;
  const found = join(failed, `${name}.png`);
  if (!existsSync(file)) {
    save(found, taken);
    throw new Error(`There is no reference picture "${name}". Taken: ${shown(found)}. ${help}`);
  }
  const before = PNG.sync.read(readFileSync(file));
  const now = PNG.sync.read(Buffer.from(taken));
  if (before.width !== now.width || before.height !== now.height) {
    save(found, taken);
    const size = ({ width, height }: PNG) => `${width} × ${height}`;
    throw new Error(`"${name}" was ${size(before)} and is ${size(now)}. Taken: ${shown(found)}. ${help}`);
  }
  const marks = new PNG({ width: now.width, height: now.height });
  const count = pixelmatch(before.data, now.data, marks.data, now.width, now.height, { threshold: COLOUR_TOLERANCE });
  if (count <= PIXEL_TOLERANCE) return;
  const difference = join(failed, `${name}.difference.png`);
  save(found, taken);
  save(difference, PNG.sync.write(marks));
  throw new Error(
    `"${name}" differs in ${count} pixels. Taken: ${shown(found)}, marked: ${shown(difference)}, was: ${shown(file)}. ${help}`,
  );
}

function save(file: string, picture: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
}

const shown = (file: string) => relative(process.cwd(), file);
