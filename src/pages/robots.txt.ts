import type { APIRoute } from 'astro';
import { robotsText } from '../outputs/robots-text.ts';
import { getArchive } from '../press/site/archive.ts';

export const GET: APIRoute = async () => new Response(robotsText(await getArchive()));
