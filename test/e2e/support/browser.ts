import puppeteer, { type Browser } from 'puppeteer-core';

/** The engines in which the demo is tested end to end. */
export const engines = ['chromium', 'firefox'] as const;

export type Engine = (typeof engines)[number];

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a browser without a window. */
export function launch(engine: Engine): Promise<Browser> {
  return engine === 'firefox'
    ? puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true })
    : puppeteer.launch({ executablePath: '/usr/bin/chromium', args: chromiumFlags, headless: true });
}
