import type { Routes } from '../record/routes.ts';
import type { Site } from '../record/site.ts';

/** Fewer days than this before security.txt expires, and a build says so. */
const WARN_DAYS = 30;
const DAY = 86_400_000;

/** `/.well-known/security.txt` (RFC 9116): where to report a hole in the site. */
export function securityTxt(
  { security, locale }: Pick<Site, 'security' | 'locale'>,
  routes: Routes,
): string {
  return [
    `Contact: ${security.contact}`,
    `Expires: ${security.expires}T00:00:00Z`,
    `Preferred-Languages: ${new Intl.Locale(locale).language}`,
    `Canonical: ${routes.absolute(routes.securityTxt())}`,
    '',
  ].join('\n');
}

/**
 * What an owner must hear of security.txt's last day, if anything.
 * @param expires the day from which it is no longer sure
 * @param now milliseconds since 1970 UTC
 */
export function securityTxtWarning(expires: string, now: number): string | undefined {
  const days = Math.floor((Date.parse(expires) - now) / DAY);
  if (days >= WARN_DAYS) return undefined;
  const when = days < 0 ? 'has expired' : `expires in ${days} day${days === 1 ? '' : 's'}`;
  return `security.txt ${when} (${expires}). Check the address in src/publication/site.config.ts and set security.expires to a day within a year.`;
}
