import { destinationList } from '../../outputs/search/destination-list.ts';
import { getArchive } from '../../press/site/archive.ts';
import { renderPage } from '../../press/site/pages.ts';

/** What beside entries answers a query: the search reads it together with its index. */
export async function GET(): Promise<Response> {
  const archive = await getArchive();
  const pages = [...archive.pages.values()].map(async (page) => {
    const { headings } = await renderPage(page);
    return { ...page, headings };
  });
  return Response.json(destinationList(archive, await Promise.all(pages)));
}
