import { seriesOf } from '../lib/chart.ts';
import { type Curve, curveOf, type Kind } from '../lib/curve.ts';
import type { Drawn } from '../record/components.ts';
import type { Voice } from './index.ts';

/**
 * The lines of a chart: one, or one for each series, on the same scale and axis.
 * @param measure width of words, in rem
 * @param height of the plots without their words, in rem
 */
export function curvesOf(
  chart: Drawn,
  { amount, f }: Voice,
  measure: (words: string, kind: Kind) => number,
  height?: number,
): { name: string | undefined; curve: Curve }[] {
  const { type, unit = '' } = chart;
  const all = seriesOf(chart.data, chart.series);
  const frame = {
    values: all.flatMap(({ data }) => data.map(({ value }) => value)),
    labels: chart.data.map(({ label }) => label),
  };
  const writer = {
    measure,
    number: (value: number, withUnit: boolean) => amount({ value }, withUnit ? unit : ''),
    date: (text: string) => f.axisDate(text),
  };
  return all.map(({ name, data }) => {
    const points = data.map((datum) => ({ ...datum, says: amount(datum, unit) }));
    const step = type === 'step';
    return { name, curve: curveOf(points, writer, { step, frame, ...(height && { height }) }) };
  });
}
