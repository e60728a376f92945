import { chromeLauncher } from '@web/test-runner-chrome';
import { webkitLauncher } from './webkit-launcher.js';

// No test listens to events of the network, and they are a seventh of the work of Firefox.
const options = { networkEnabled: false, issuesEnabled: false };

const chromium = () =>
  chromeLauncher({
    launchOptions: {
      ...options,
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
    launchOptions: { ...options, browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true },
  });
  launcher.name = 'Firefox'; // the launcher calls itself Chrome otherwise
  return launcher;
};

const launchers = { chromium, firefox, webkit: webkitLauncher };

/** The engines that `ENGINES` names, separated by commas; all three without it. */
export const engineLaunchers = () =>
  Promise.all((process.env.ENGINES ?? 'chromium,firefox,webkit').split(',').map((name) => launchers[name]()));
