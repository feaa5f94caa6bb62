import { furtherFontsDigest } from '../../content/drawn-fonts.ts';
import type { Snapshot } from '../../content/snapshot.ts';
import { siteIn, voiceOf } from '../../i18n/index.ts';
import type { Article } from '../../record/article.ts';
import { componentsOf } from '../../record/text.ts';
import { chartImage } from './chart-svg.ts';
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

function listCharts({ archive, text, memo }: Snapshot): DrawnFile[] {
  const { articles, palette, routes, site } = archive;
  const imagesOf = (article: Article) => {
    const voice = voiceOf(siteIn(article.lang, site));
    return componentsOf(text(article).tree).flatMap(({ name, props: chart }) => {
      if (name !== 'Chart') return [];
      const image = chartImage(chart, voice, palette.inks);
      return image ? [{ ...image, letter: chart.letter }] : [];
    });
  };
  return articles.flatMap((article) => {
    if (!article.chart) return [];
    const known = memo.of(`charts ${article.digest}`, () =>
      imagesOf(article).map(({ letter, digest }): [string, string] => [letter, digest]),
    );
    return known.map(([letter, digest]): DrawnFile => {
      const href = routes.chart(article, letter, digest);
      const key = `${digest}.${DRAWN_WITH}.png`;
      const draw = (render: Render) =>
        render(imagesOf(article).find((image) => image.letter === letter)?.svg ?? '');
      return { draw, key, href, source: article.file, lasting: true };
    });
  });
}
