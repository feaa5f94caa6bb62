import { createHash } from 'node:crypto';
import type { Voice } from '../../i18n/index.ts';
import { valuesOf } from '../../lib/chart.ts';
import type { Drawn } from '../../record/components.ts';
import type { Inks } from '../../record/palette.ts';
import { drawMarks, INNER } from './chart-marks.ts';
import { isSettable } from './text.ts';

/*
 * A chart as one picture, where there is no page: the marks of the page's chart with their words
 * drawn in. The stylesheet cannot reach it, so it is drawn in the inks of the light scheme.
 */

/** A drawn chart; sizes are pixels of its PNG. */
export interface ChartImage {
  svg: string;
  width: number;
  height: number;
  /** Of everything that it draws. */
  digest: string;
}

/**
 * Raise it when the same SVG makes another picture: other fonts, say. It is part of the addresses of
 * charts, and what they lead to is kept for a year.
 */
const LOOK = 3;

/** Units of the drawing; a unit is two pixels, for dense screens. */
const EDGE = 24;
const WIDTH = INNER + 2 * EDGE;
const SCALE = 2;

/** Draws a chart; undefined when it has a letter that no font has, as no sign may be lost. */
export function chartImage(chart: Drawn, voice: Voice, inks: Inks): ChartImage | undefined {
  const { data, series = [], threshold, unit = '' } = chart;
  const words = [
    ...series,
    threshold?.label ?? '',
    ...data.flatMap((row) => [
      voice.label(row.label),
      ...valuesOf(row).map((value) => voice.amount({ ...row, value }, unit)),
    ]),
  ];
  if (!words.every(isSettable)) return undefined;
  const isMirrored = voice.isRightToLeft && chart.type !== 'line' && chart.type !== 'step';
  const body = drawMarks(chart, { voice, inks: { ...inks, isMirrored } });
  const place = isMirrored
    ? `translate(${WIDTH - EDGE} ${EDGE}) scale(-1 1)`
    : `translate(${EDGE} ${EDGE})`;
  const height = Math.ceil(body.height + 2 * EDGE);
  const size = `width="${WIDTH * SCALE}" height="${height * SCALE}" viewBox="0 0 ${WIDTH} ${height}"`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`,
    `<rect width="${WIDTH}" height="${height}" fill="${inks.paper}"/>`,
    `<rect width="${WIDTH}" height="3" fill="${inks.ink}"/>`,
    `<g transform="${place}">${body.marks}</g>`,
    '</svg>',
  ].join('');
  const digest = createHash('sha256').update(`${LOOK} ${svg}`).digest('hex').slice(0, 10);
  return { svg, width: WIDTH * SCALE, height: height * SCALE, digest };
}
