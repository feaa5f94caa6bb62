import type { APIRoute } from 'astro';
import { toOpml } from '../../outputs/feeds/opml.ts';
import { getArchive } from '../../press/site/archive.ts';
import { feedResponse } from '../../press/site/feeds.ts';

export const GET: APIRoute = async () => feedResponse(toOpml(await getArchive()), 'text/x-opml');
