import type { APIRoute } from 'astro';
import { manifest } from '../outputs/manifest.ts';
import { getArchive } from '../press/site/archive.ts';

export const GET: APIRoute = async () => {
  const text = JSON.stringify(manifest(await getArchive()));
  return new Response(text, { headers: { 'content-type': 'application/manifest+json' } });
};
