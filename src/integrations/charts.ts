import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Archive } from '../domain/archive.ts';
import type { Part } from '../domain/compiled.ts';
import type { InstanceProps } from '../domain/components.ts';
import type { Site } from '../domain/site.ts';
import { unpackWoff } from '../lib/woff.ts';
import { ArticleCache } from '../loader/cache.ts';
import { chartImage } from '../outputs/chart-svg.ts';
import { voiceOf } from '../strings/index.ts';
import { artistFor, toolsDigest } from './artists.ts';
import drawChart from './chart-artist.ts';
import { type DrawnFile, drawn } from './drawn.ts';

interface ChartFile extends DrawnFile {
  svg: string;
}

/** Draws the charts of visible articles as images, for feeds. */
export function charts(site: Site): AstroIntegration {
  return drawn<ChartFile>(site, {
    name: 'charts',
    list: listCharts,
    open(root, count) {
      const fontFiles = unpackFonts(root);
      const artist = new URL('./chart-artist.ts', import.meta.url);
      return artistFor(artist, drawChart, count, ({ svg }: ChartFile) => ({ svg, fontFiles }));
    },
  });
}

function listCharts({ articles, routes, site }: Archive, root: string): ChartFile[] {
  const voice = voiceOf(site);
  const cache = new ArticleCache(root);
  const drawnWith = toolsDigest(CODE, PACKAGES);
  const files = articles.flatMap((article) => {
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
const CODE = ['./chart-artist.ts', '../lib/png.ts'].map((file) => new URL(file, import.meta.url));
const PACKAGES = ['@resvg/resvg-js', '@fontsource/besley', '@fontsource/newsreader'];

const FACES = [
  '@fontsource/besley/files/besley-latin-600-normal.woff',
  '@fontsource/besley/files/besley-latin-ext-600-normal.woff',
  '@fontsource/newsreader/files/newsreader-latin-400-normal.woff',
  '@fontsource/newsreader/files/newsreader-latin-ext-400-normal.woff',
];

/** The faces of the charts as files that the drawing library reads. */
function unpackFonts(root: string): string[] {
  const require = createRequire(import.meta.url);
  const folder = join(root, '.cache', 'fonts');
  mkdirSync(folder, { recursive: true });
  return FACES.map((face, i) => {
    const path = join(folder, `chart-${i}.ttf`);
    writeFileSync(path, unpackWoff(readFileSync(require.resolve(face))));
    return path;
  });
}
