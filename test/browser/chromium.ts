import { type Browser, chromium } from 'playwright-core';

/** Starts Chromium: the one that `CHROMIUM_PATH` names, else Debian's; it asks nothing of its maker's hosts. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
