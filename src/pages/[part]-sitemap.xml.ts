import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { partSitemaps } from '../outputs/sitemap.ts';
import { getArchive } from '../press/site/archive.ts';

export async function getStaticPaths() {
  return partSitemaps(await getArchive()).map(({ part, xml }) => ({
    params: { part },
    props: { xml },
  }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.xml(), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
