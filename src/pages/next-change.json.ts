import { toRfc3339 } from '../lib/dates.ts';
import { nextChange } from '../outputs/next-change.ts';
import { getArchive } from '../press/site/archive.ts';

/** When an entry next appears or goes, so that the site must be built again; null for never. */
export async function GET(): Promise<Response> {
  const next = nextChange(await getArchive());
  return Response.json({ next: next === undefined ? null : toRfc3339(next, 'UTC') });
}
