import type { APIRoute } from 'astro';
import { tokenColour } from '../lib/tokens.ts';
import { manifest } from '../outputs/manifest.ts';
import { getArchive } from '../press/site/archive.ts';
import tokens from '../ui/styles/tokens.css?raw';

export const GET: APIRoute = async () => {
  const text = JSON.stringify(manifest(await getArchive(), tokenColour(tokens, 'paper')));
  return new Response(text, { headers: { 'content-type': 'application/manifest+json' } });
};
