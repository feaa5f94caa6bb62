import type { APIRoute } from 'astro';
import { manifest } from '../outputs/manifest.ts';
import { tokenColour } from '../outputs/tokens.ts';
import { getArchive } from '../site/archive.ts';
import tokens from '../styles/tokens.css?raw';

export const GET: APIRoute = async () => {
  const text = JSON.stringify(manifest(await getArchive(), tokenColour(tokens, 'paper')));
  return new Response(text, { headers: { 'content-type': 'application/manifest+json' } });
};
