import { openSearch } from '../outputs/open-search.ts';
import { getArchive } from '../press/site/archive.ts';

export async function GET(): Promise<Response> {
  const headers = { 'content-type': 'application/opensearchdescription+xml' };
  return new Response(openSearch(await getArchive()), { headers });
}
