import type { APIRoute } from 'astro';
import { securityTxt } from '../../outputs/security-txt.ts';
import { getArchive } from '../../press/site/archive.ts';

export const GET: APIRoute = async () => {
  const { site, routes } = await getArchive();
  return new Response(securityTxt(site, routes));
};
