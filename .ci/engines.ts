import { existsSync, readFileSync } from 'node:fs';
import { run } from './steps.js';

/** The browser engines that the tests drive: what each needs on the machine, and the Debian packages that bring it. */
const ENGINES = {
  chromium: { files: [['/usr/bin/chromium']], packages: ['chromium', 'fonts-liberation'] },
  firefox: { files: [['/usr/bin/firefox-esr']], packages: ['firefox-esr'] },
  webkit: {
    files: [
      ['/usr/bin/WebKitWebDriver'],
      ['/usr/bin/Xvfb'],
      ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
    ],
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
  },
};

/** What `test/pages` needs that npm does not have: Prototype. */
const LIBRARIES = { file: '/usr/share/javascript/prototype/prototype.js', packages: ['libjs-prototype'] };

export type Engine = keyof typeof ENGINES;

const ALL = Object.keys(ENGINES) as Engine[];

const isThere = (engine: Engine) => ENGINES[engine].files.every((choices) => choices.some((path) => existsSync(path)));

const isDebian = () =>
  existsSync('/etc/debian_version') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * The engines to test in. On a Debian machine as root the missing ones are installed; anywhere else they are left out, which
 * is printed. With `CI=true` a missing engine is an error.
 */
export async function provideEngines(): Promise<Engine[]> {
  const missing = ALL.filter((engine) => !isThere(engine));
  const packages = missing.flatMap((engine) => ENGINES[engine].packages);
  if (!existsSync(LIBRARIES.file)) packages.push(...LIBRARIES.packages);
  if (packages.length > 0 && isDebian() && process.getuid?.() === 0) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
  }
  const left = ALL.filter((engine) => !isThere(engine));
  for (const engine of left) {
    console.log(`Left out: ${engine}. On Debian: apt-get install ${ENGINES[engine].packages.join(' ')}`);
  }
  if (left.length > 0 && process.env['CI'] === 'true') throw new Error(`Missing browser engines: ${left.join(', ')}`);
  return ALL.filter((engine) => isThere(engine));
}
