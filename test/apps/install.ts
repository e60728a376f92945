import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const source = import.meta.dirname;
const repository = resolve(source, '../..');

/** Apps outside the repository, with what `npm pack` makes of it, as somebody has them who has never seen the sources. */
export class InstalledApps {
  readonly #folder = mkdtempSync(join(tmpdir(), 'mp-saved-cards-apps-'));

  /** Installs these apps: those with a lock file of their own alone, the others as the workspace that they are. */
  async install(names: readonly string[]): Promise<void> {
    const tarball = this.#pack();
    const isSingle = (name: string) => existsSync(join(source, name, 'package-lock.json'));
    cpSync(source, this.#folder, { recursive: true, filter: (path) => !/node_modules|\.ts$/.test(relativeTo(path)) });
    // A server and the page of the README need the workspace too.
    const folders = new Set([this.#folder, ...names.filter(isSingle).map((name) => this.path(name))]);
    for (const folder of folders) {
      await npm(folder, 'ci');
      // The tarball is another one with every build, so no lock file can have it.
      await npm(folder, 'install', '--no-save', tarball);
    }
  }

  path(...parts: string[]): string {
    return join(this.#folder, ...parts);
  }

  /** The package as it is installed for the apps of the workspace. */
  get packageFolder(): string {
    return this.path('node_modules/mp-saved-cards');
  }

  /** Runs a script of the app's package.json; rejects with what it printed when it fails. */
  async run(name: string, script: string): Promise<void> {
    try {
      // The development build: React's StrictMode does nothing in the other one.
      await run('npm', ['run', '--silent', script], {
        cwd: this.path(name),
        env: { ...process.env, NODE_ENV: 'development' },
      });
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${name}: npm run ${script} failed\n${stdout}${stderr}`, { cause: error });
    }
  }

  /** What the app's server renders for these cards. */
  rendered(name: string, cards: string | undefined): string {
    const code = `console.log(await (await import('./dist-server/server.js')).html(${JSON.stringify(cards)}))`;
    const env = { ...process.env, NODE_ENV: 'development' };
    const args = ['--input-type=module', '-e', code];
    return execFileSync(process.execPath, args, { cwd: this.path(name), env, encoding: 'utf8' }).trim();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #pack(): string {
    const args = ['pack', '--silent', '--pack-destination', this.#folder];
    return join(this.#folder, execFileSync('npm', args, { encoding: 'utf8', cwd: repository }).trim());
  }
}

/** App folders have TypeScript too; what lies beside them belongs to the tests. */
const relativeTo = (path: string) => {
  const parts = path.slice(source.length + 1).split('/');
  return parts.length === 1 ? (parts[0] ?? '') : parts.join('/').replace(/\.ts$/, '.app');
};

async function npm(folder: string, ...args: string[]): Promise<void> {
  await run('npm', [...args, '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder });
}
