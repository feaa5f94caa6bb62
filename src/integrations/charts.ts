import type { AstroIntegration } from 'astro';
import type { Archive } from '../domain/archive.ts';
import type { Part } from '../domain/compiled.ts';
import type { InstanceProps } from '../domain/components.ts';
import type { Site } from '../domain/site.ts';
import { ArticleCache } from '../loader/cache.ts';
import { chartImage } from '../outputs/chart-svg.ts';
import { voiceOf } from '../strings/index.ts';
import { artistFor, toolsDigest } from './artists.ts';
import { type DrawnFile, drawn } from './drawn.ts';

interface ChartFile extends DrawnFile {
  svg: string;
}

/** Draws the charts of visible articles as images, for feeds. */
export function charts(site: Site): AstroIntegration {
  return drawn<ChartFile>(site, {
    name: 'charts',
    list: listCharts,
    open: (_root, count) =>
      artistFor(new URL('./chart-artist.ts', import.meta.url), count, ({ svg }: ChartFile) => svg),
  });
}

function listCharts({ articles, routes, site }: Archive, root: string): ChartFile[] {
  const voice = voiceOf(site);
  const cache = new ArticleCache(root);
  const drawnWith = toolsDigest(CODE, PACKAGES);
  const files = articles.flatMap((article) => {
    if (!article.charts) return [];
    return chartsOf(cache.text(article.digest)?.parts ?? []).map((chart): ChartFile => {
      const { svg, digest } = chartImage(chart, voice);
      const href = routes.chart(article, chart.letter, digest);
      return { svg, key: `${digest}.${drawnWith}.png`, href, lasting: true };
    });
  });
  cache.close();
  return files;
}

/** The charts among the parts of a text, wherever they stand. */
function chartsOf(parts: readonly Part[]): InstanceProps['Chart'][] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [];
    return part.component === 'Chart' ? [part.props] : chartsOf(part.children);
  });
}

/** The code and the packages that draw a chart; what it shows is in its own digest. */
const CODE = [
  './chart-artist.ts',
  './chart-type.ts',
  './faces.ts',
  '../lib/type.ts',
  '../lib/png.ts',
].map((file) => new URL(file, import.meta.url));
const PACKAGES = ['@resvg/resvg-js', 'harfbuzzjs', '@fontsource/besley', '@fontsource/newsreader'];
