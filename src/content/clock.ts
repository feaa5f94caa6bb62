/**
 * The moment of this build, in milliseconds since 1970 UTC: `SITE_NOW` (RFC 3339) if it is set, so
 * that a build can be repeated; else the clock, read once. Pages and integrations are loaded apart
 * from each other, so the moment is kept where both find it: in `SITE_NOW`.
 * @throws Error with one sentence when `SITE_NOW` is no moment
 */
export function now(): number {
  const text = process.env.SITE_NOW;
  if (text === undefined || text === '') {
    const ms = Date.now();
    process.env.SITE_NOW = new Date(ms).toISOString();
    return ms;
  }
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) {
    throw Object.assign(
      new Error(`SITE_NOW is "${text}", which is no moment. Write it as 2026-11-22T00:00:00Z.`),
      { name: 'OwnersMistake' },
    );
  }
  return ms;
}
