import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { WebdriverLauncher } from '@web/test-runner-webdriver';

const MINI_BROWSER = ['x86_64', 'aarch64']
  .map((architecture) => `/usr/lib/${architecture}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path));

/**
 * There is no graphics card. The layers of a page are painted into one picture, not put together by a renderer of OpenGL that
 * runs on the CPU: that was half of the browser's work.
 */
const ON_THE_CPU = { LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const driverReady = async (port) => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver did not start');
};

/** A driver on a display of its own, in a process group with the browsers that it starts. */
const startDriver = async (display) => {
  const port = await freePort();
  const { pid } = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, DISPLAY: display, ...ON_THE_CPU },
  });
  await driverReady(port);
  const end = () => {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  process.on('exit', end);
  return { port, end };
};

/**
 * A process of WebKitGTK aborts now and then by itself, between two tests as well as within one. The file of that moment has
 * failed; the next one gets a new browser, where the launcher it is made from would end the whole run.
 */
class WebKitLauncher extends WebdriverLauncher {
  #display;
  #driver;

  constructor(options, display, driver) {
    super({ ...options, port: driver.port });
    this.#display = display;
    this.#driver = driver;
  }

  async startSession(id, url) {
    try {
      await this.#open(id, url);
    } catch {
      // Its window would keep the keyboard.
      this.#driver.end();
      this.#driver = await startDriver(this.#display);
      this.options.port = this.#driver.port;
      this.driver = this.driverManager = undefined;
      await this.#open(id, url);
    }
  }

  async #open(id, url) {
    await this.ensureManagerInitialized();
    await this.driverManager.startSession(id, url);
  }
}

/** WebKitGTK's MiniBrowser on a display and a driver of its own, both ended with the run. */
export const webkitLauncher = async () => {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.on('exit', () => screen.kill());
  const display = await new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  const options = {
    hostname: '127.0.0.1',
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true, // its driver speaks classic WebDriver only
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
    },
  };
  return new WebKitLauncher(options, display, await startDriver(display));
};
