import type { APIRoute } from 'astro';
import { toOpml } from '../../outputs/feeds/opml.ts';
import { getArchive } from '../../press/site/archive.ts';
import { feedResponse } from '../../press/site/feeds.ts';

export async function getStaticPaths() {
  const { routes } = await getArchive();
  return [{ params: { feeds: routes.param(routes.feeds()) } }];
}

export const GET: APIRoute = async () => feedResponse(toOpml(await getArchive()), 'text/x-opml');
