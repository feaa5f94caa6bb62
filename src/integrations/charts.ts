import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Archive } from '../domain/archive.ts';
import type { Part } from '../domain/compiled.ts';
import type { InstanceProps } from '../domain/components.ts';
import type { Site } from '../domain/site.ts';
import { readMetrics, renameFont } from '../lib/font.ts';
import { unpackWoff } from '../lib/woff.ts';
import { ArticleCache } from '../loader/cache.ts';
import { chartImage } from '../outputs/chart-svg.ts';
import { voiceOf } from '../strings/index.ts';
import { artistFor, toolsDigest } from './artists.ts';
import type { ChartOrder } from './chart-artist.ts';
import { type ChartFace, setType } from './chart-type.ts';
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
      const type = unpackType(root);
      const artist = new URL('./chart-artist.ts', import.meta.url);
      return artistFor(artist, count, ({ svg }: ChartFile) => orderOf(svg, type));
    },
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
const CODE = ['./chart-artist.ts', './chart-type.ts', '../lib/font.ts', '../lib/png.ts'].map(
  (file) => new URL(file, import.meta.url),
);
const PACKAGES = ['@resvg/resvg-js', '@fontsource/besley', '@fontsource/newsreader'];

/** Faces by the names that drawings give them, and the files of their letters. */
const FACES = [
  ['Besley SemiBold', 'besley', ['latin-600', 'latin-ext-600']],
  ['Newsreader', 'newsreader', ['latin-400', 'latin-ext-400', 'vietnamese-400']],
] as const;

/** The faces of the charts, and where their files are. */
export interface ChartType {
  faces: ChartFace[];
  files: { family: string; path: string }[];
}

/** What a drawing is made of: its words set in type, and only the files that they are set in. */
export function orderOf(svg: string, { faces, files }: ChartType): ChartOrder {
  const set = setType(svg, faces);
  const used = files.filter(({ family }) => set.includes(`font-family="${family}"`));
  return { svg: set, fontFiles: used.map(({ path }) => path) };
}

/** The faces of the charts, as files that the drawing library reads. */
export function unpackType(root: string): ChartType {
  const require = createRequire(import.meta.url);
  const folder = join(root, '.cache', 'fonts');
  mkdirSync(folder, { recursive: true });
  const files: ChartType['files'] = [];
  const faces = FACES.map(([family, name, subsets]): ChartFace => {
    const cuts = subsets.map((subset, i) => {
      const woff = require.resolve(`@fontsource/${name}/files/${name}-${subset}-normal.woff`);
      const font = unpackWoff(readFileSync(woff));
      // the package gives all files of a face one name
      const own = i === 0 ? family : `${name} ${i}`;
      renameFont(font, own);
      const path = join(folder, `${name}-${subset}.ttf`);
      writeFileSync(path, font);
      files.push({ family: own, path });
      return { family: own, metrics: readMetrics(font) };
    });
    return { family, files: cuts };
  });
  return { faces, files };
}
