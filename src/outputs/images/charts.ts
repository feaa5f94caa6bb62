import { furtherFontsDigest } from '../../content/drawn-fonts.ts';
import type { Snapshot } from '../../content/snapshot.ts';
import { chartsOf, knownCharts } from './article-charts.ts';
import type { Drawing, DrawnFile } from './drawn.ts';
import { FONT_PACKAGES } from './fonts.ts';
import type { Render } from './render.ts';
import { toolsDigest } from './tools.ts';

/** The code that draws a chart; what it shows is in the digest of its SVG. */
export const CHART_CODE = [
  './fonts.ts',
  './render.ts',
  '../../content/drawn-fonts.ts',
  '../../lib/cmap.ts',
].map((file) => new URL(file, import.meta.url));

/** Of the code that runs: what a preview finds changed on disk is not what it draws with. */
const DRAWN_WITH = toolsDigest(
  CHART_CODE,
  ['@resvg/resvg-js', 'sharp', ...FONT_PACKAGES],
  furtherFontsDigest(),
);

/** Draws the charts of visible articles as images, for feeds. */
export const charts: Drawing = { name: 'charts', list: listCharts };

function listCharts(snapshot: Snapshot): DrawnFile[] {
  const { archive, text } = snapshot;
  const { articles, routes } = archive;
  return articles.flatMap((article) =>
    knownCharts(article, snapshot).map(({ letter, digest }): DrawnFile => {
      const href = routes.chart(article, letter, digest);
      const key = `${digest}.${DRAWN_WITH}.png`;
      const draw = (render: Render) => {
        const images = chartsOf(article, text(article), archive);
        return render(images.find((image) => image.letter === letter)?.svg ?? '');
      };
      return { draw, key, href, source: article.file, lasting: true };
    }),
  );
}
