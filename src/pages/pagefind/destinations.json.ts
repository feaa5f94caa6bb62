import { destinationList } from '../../outputs/search/destination-list.ts';
import { getArchive } from '../../press/site/archive.ts';
import { getPageEntries, renderPage } from '../../press/site/pages.ts';

/** What beside entries answers a query: the search reads it together with its index. */
export async function GET(): Promise<Response> {
  const pages = (await getPageEntries()).map(async (entry) => {
    const { headings } = await renderPage(entry);
    return { id: entry.id, ...entry.data, headings };
  });
  return Response.json(destinationList(await getArchive(), await Promise.all(pages)));
}
