import type { APIRoute } from 'astro';
import { voiceOf } from '../i18n/index.ts';
import { getArchive } from '../press/site/archive.ts';
import slab from '../publication/fonts/besley.woff2?url';
import text from '../publication/fonts/newsreader.woff2?url';
import tokens from '../publication/tokens.css?inline';
import style from '../ui/styles/feed.css?inline';
import frame from '../ui/styles/frame.css?inline';

/** The look of raw feeds in a browser. A file of its own, since the feeds name its address. */
export const GET: APIRoute = async () => {
  const { t } = voiceOf((await getArchive()).site);
  const css = `@font-face{font-family:Besley;src:url(${slab})format("woff2");font-weight:500 700}
@font-face{font-family:Newsreader;src:url(${text})format("woff2")}
:root{--explain:${JSON.stringify(t.inFeeds.explain)}}
${frame}
${tokens}
${style}`;
  return new Response(css, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
