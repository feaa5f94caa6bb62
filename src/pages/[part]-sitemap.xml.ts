import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { partSitemaps } from '../outputs/sitemap.ts';
import { getArchive } from '../press/site/archive.ts';
import { getPages } from '../press/site/pages.ts';

export async function getStaticPaths() {
  const [archive, pages] = await Promise.all([getArchive(), getPages()]);
  const ids = pages.map(({ id }) => id);
  return partSitemaps(archive, ids).map(({ part, xml }) => ({ params: { part }, props: { xml } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.xml(), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
