import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './programs.mjs';

/** Nothing but the pages themselves: no updates, no telemetry, no first-run pages. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // a machine without a graphics card draws no faster by imitating one
  '--disable-gpu',
];

/**
 * Starts the Chromium of this machine.
 * @param args for its command line, beside what every use has
 * @throws Error with one sentence when there is none
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium was found. Install one ("node tests/tools/install.mjs chromium") or set CHROMIUM_PATH to its program.',
    );
  }
  return chromium.launch({ executablePath, args: [...ARGS, ...args] });
}
