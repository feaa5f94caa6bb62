import type { APIRoute } from 'astro';
import { toOpml } from '../../outputs/opml.ts';
import { getArchive } from '../../site/archive.ts';
import { feedResponse } from '../../site/feeds.ts';

export const GET: APIRoute = async () => feedResponse(toOpml(await getArchive()), 'text/x-opml');
