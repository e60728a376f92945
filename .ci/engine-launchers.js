import { chromeLauncher } from '@web/test-runner-chrome';
import { webkitLauncher } from './webkit-launcher.js';

const chromium = () =>
  chromeLauncher({
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  });

const firefox = () => {
  const launcher = chromeLauncher({
    launchOptions: { browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true },
  });
  launcher.name = 'Firefox'; // the launcher calls itself Chrome otherwise
  return launcher;
};

const launchers = { chromium, firefox, webkit: webkitLauncher };

/** The engines that `ENGINES` names, separated by commas; all three without it. */
export const engineLaunchers = () =>
  Promise.all((process.env.ENGINES ?? 'chromium,firefox,webkit').split(',').map((name) => launchers[name]()));
