import type { APIRoute } from 'astro';
import { speculationRules } from '../outputs/speculation-rules.ts';
import { getArchive } from '../press/site/archive.ts';

export const GET: APIRoute = async () => {
  const { routes } = await getArchive();
  const headers = { 'content-type': 'application/speculationrules+json' };
  return new Response(speculationRules(routes), { headers });
};
