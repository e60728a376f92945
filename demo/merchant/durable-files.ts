import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

class DamagedFile extends Error {}

/**
 * JSON files in a folder that survive a crash at any moment: each is whole and on the disk, or not there at all.
 * A real shop has a database; a row and a commit do the same.
 */
export class DurableFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Done when a loss of power cannot undo it. */
  async write(name: string, value: unknown): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const draft = join(this.#folder, `${randomUUID()}.draft`);
    await writeThrough(draft, JSON.stringify(value));
    await rename(draft, this.#pathOf(name));
    await syncFolder(this.#folder);
  }

  /** `undefined` when there is none, or one that is no JSON: a damaged file must not hide the others. */
  async read(name: string): Promise<unknown> {
    try {
      return await this.readWhole(name);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      console.warn(error.message);
      return undefined;
    }
  }

  /**
   * The same where a damaged file must not count as none.
   *
   * @throws DamagedFile it is no JSON
   */
  async readWhole(name: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.#pathOf(name), 'utf8')) as unknown;
    } catch (error) {
      if (isMissing(error)) return undefined;
      if (error instanceof SyntaxError) throw new DamagedFile(`Not readable: ${name}.json`);
      throw error;
    }
  }

  async names(): Promise<string[]> {
    try {
      const files = await readdir(this.#folder);
      return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true });
  }

  /** @param age in ms since a file was last written */
  async removeOlderThan(age: number): Promise<void> {
    const names = await this.names();
    for (const name of names) {
      const mtimeMs = await this.#writtenAt(name);
      if (mtimeMs !== null && Date.now() - mtimeMs > age) await this.remove(name);
    }
  }

  /** `null`: another request has just removed it. */
  async #writtenAt(name: string): Promise<number | null> {
    try {
      return (await stat(this.#pathOf(name))).mtimeMs;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  #pathOf(name: string): string {
    // Names are made of ids from outside.
    if (!/^[\w-]{1,128}$/.test(name)) throw new Error('Not the name of a file');
    return join(this.#folder, `${name}.json`);
  }
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
