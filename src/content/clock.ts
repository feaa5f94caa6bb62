import { parseMoment } from '../lib/dates.ts';

/**
 * The moment for which a command works, in milliseconds since 1970 UTC: `SITE_NOW` (RFC 3339) if it
 * is set, so that a build can be repeated; else the clock. A command asks once and hands it on.
 * @throws Error with one sentence when `SITE_NOW` is no moment
 */
export function now(): number {
  const text = process.env.SITE_NOW;
  if (text === undefined || text === '') return Date.now();
  const moment = parseMoment(text, 'UTC');
  if (moment) return moment.ms;
  throw Object.assign(
    new Error(`SITE_NOW is "${text}", which is no moment. Write it as 2026-11-22T00:00:00Z.`),
    { name: 'OwnersMistake' },
  );
}
