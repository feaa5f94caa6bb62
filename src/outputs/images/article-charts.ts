import type { Snapshot } from '../../content/snapshot.ts';
import { siteIn, voiceOf } from '../../i18n/index.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import { componentsOf, type Text } from '../../record/text.ts';
import { type ChartImage, chartImage } from './chart-svg.ts';

/** A chart as it is known without being drawn; sizes are pixels of its PNG. */
export interface KnownChart extends Omit<ChartImage, 'svg'> {
  letter: string;
}

/** The charts of a text, drawn, but for those with letters that no font has. */
export function chartsOf(
  { lang }: Article,
  { tree }: Pick<Text, 'tree'>,
  { palette, site }: Archive,
): (ChartImage & KnownChart)[] {
  const voice = voiceOf(siteIn(lang, site));
  return componentsOf(tree).flatMap(({ name, props }) => {
    const image = name === 'Chart' && chartImage(props, voice, palette.inks);
    return image ? [{ ...image, letter: props.letter }] : [];
  });
}

/** The charts of an article; drawn at most once, as words are measured for that. */
export function knownCharts(
  article: Article,
  { archive, text, memo }: Pick<Snapshot, 'archive' | 'text' | 'memo'>,
): KnownChart[] {
  if (!article.chart) return [];
  return memo.of(`charts ${article.digest}`, () =>
    chartsOf(article, text(article), archive).map(({ svg: _, ...known }) => known),
  );
}
