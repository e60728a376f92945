import puppeteer, { type Browser } from 'puppeteer-core';

const ALL_ENGINES = ['chromium', 'firefox'] as const;

export type Engine = (typeof ALL_ENGINES)[number];

/** The engines in which the demo is tested end to end: those that `npm test` found on this machine. */
export const engines = ALL_ENGINES.filter((engine) => process.env['ENGINES']?.split(',').includes(engine) ?? true);

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a browser without a window. A test that listens to requests, or answers them, has to ask for `networkEnabled`. */
export function launch(engine: Engine, { networkEnabled = false } = {}): Promise<Browser> {
  const options = { headless: true, networkEnabled };
  return engine === 'firefox'
    ? puppeteer.launch({ ...options, browser: 'firefox', executablePath: '/usr/bin/firefox-esr' })
    : puppeteer.launch({ ...options, executablePath: '/usr/bin/chromium', args: chromiumFlags });
}
