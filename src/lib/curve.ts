import { isDate, isYearOrMonth } from './dates.ts';
import { type Place, type Placed, place, type Stroke, type Wanted } from './labels.ts';
import { scaleOf } from './scale.ts';

/*
 * Geometry of a line chart: a drawing that is as wide as there is room and as high as its words need.
 * Across, everything is in hundredths of the width; down, in rem, so that words never shrink.
 * Pure, so that page and feed image draw the same chart.
 */

/** A point of a line: its value as a number and in words; its date or its name. */
export interface Point {
  /** `2021`, `2021-09` or `2021-09-14`, or any words. */
  label: string;
  value: number;
  says: string;
}

/** What a chart's words are written with. */
export interface Writer {
  /** Width of words, in rem. */
  measure(words: string, kind: Kind): number;
  /** A number of the scale; the highest says its unit. */
  number(value: number, withUnit: boolean): string;
  /** A date below a point, in two rows: the month or day, and the year that it is of. */
  date(text: string): { name: string; year: string };
}

/** Kinds of words: numbers at points, names and dates below them, numbers of the scale. */
export type Kind = 'value' | 'name' | 'scale';

/** A line chart, drawn. */
export interface Curve {
  /** In rem. */
  height: number;
  /** Heights of the lines of the scale. */
  grid: number[];
  /** Height of the zero line. */
  zero: number;
  /** Path of the line. */
  line: string;
  /** Path of the points: strokes without length, to be drawn with round ends. */
  dots: string;
  /** Path of the marks on the time axis. */
  ticks: string;
  words: Placed<Kind>[];
}

/** What several charts share that are compared: their values, and the first and last of their dates. */
export interface Frame {
  values: readonly number[];
  labels: readonly string[];
}

const TOP = 1.5;
const HEIGHT = 8.5;
/** Width at which the numbers of the scale must stand free of the line: that of a phone, in rem. */
const PHONE = 20;
/** The least width at which the last number and date stand in the middle below and above their point. */
const NARROW = 15;
/** More points than this are not all named: the axis has regular dates instead. */
const NAMED = 8;

/** Whether a label is a date, and a chart of such labels has an axis of time. */
export function isTime(label: string): boolean {
  return isYearOrMonth(label) || (label.length === 10 && isDate(label));
}

/**
 * Draws values as a line. Dated ones stand at their dates, a year or a month at its first day; others
 * at equal distances. Zero is always on the chart: a rise looks as large as it is.
 * @param step whether a value holds until the next
 * @param frame of all the charts that this one stands beside
 * @param height of the plot without its words, in rem
 */
export function curveOf(
  data: readonly Point[],
  writer: Writer,
  {
    step = false,
    frame = { values: data.map((point) => point.value), labels: data.map((point) => point.label) },
    height = HEIGHT,
  } = {},
): Curve {
  const isDated = frame.labels.every(isTime);
  const sorted = isDated ? data.toSorted((a, b) => timeOf(a.label) - timeOf(b.label)) : data;
  const { low, high, steps } = scaleOf(frame.values);
  const y = (value: number): number => round(TOP + ((high - value) / (high - low)) * height);
  const scale = steps.map((value) => ({
    y: y(value),
    says: writer.number(value, value === high),
  }));
  const widest = Math.max(
    ...steps.slice(0, -1).map((value) => writer.measure(writer.number(value, false), 'scale')),
  );
  const left = round(Math.min(24, ((widest + 0.7) / PHONE) * 100));
  const at = isDated ? timesIn(frame.labels) : placesIn(frame.labels);
  const below = isDated ? datesBelow(frame.labels, writer) : namesBelow(frame.labels);
  const last = Math.max(
    writer.measure(below[0]?.rows[0] ?? '', 'name'),
    writer.measure(sorted.at(-1)?.says ?? '', 'value'),
  );
  const right = round(Math.min(98, 100 - Math.min(11, (last / 2 / NARROW) * 100)));
  const x = (label: string, i: number): number => round(left + at(label, i) * (right - left));
  const points = sorted.map((point, i) => ({ ...point, x: x(point.label, i), y: y(point.value) }));

  const ground = y(low);
  const values = valuesOf(points, ground, step);
  const words = place(
    [
      ...values.slice(0, 2),
      ...scale.map(
        ({ y, says }): Wanted<Kind> => ({
          rows: [says],
          kind: 'scale',
          places: [{ x: 0, y: y - 0.3, anchor: 'start' }],
        }),
      ),
      ...values.slice(2),
      ...below.map(({ label, i, rows }) => nameAt(x(label, i), ground, rows)),
    ],
    writer.measure,
    points,
    strokesOf(points, step),
  );
  const path = points.map(({ x, y }, i) =>
    i === 0 ? `M${x} ${y}` : step ? `H${x}V${y}` : `L${x} ${y}`,
  );
  const foot = Math.max(ground, ...words.map((word) => word.y));
  return {
    height: round(foot + 0.5),
    grid: scale.map((line) => line.y),
    zero: y(0),
    line: path.join(''),
    dots: points.map(({ x, y }) => `M${x} ${y}h.01`).join(''),
    ticks: below.map(({ label, i }) => `M${x(label, i)} ${ground}v.3`).join(''),
    words,
  };
}

/** The strokes of a line; of steps, one across and one up or down to each point. */
function strokesOf(points: readonly { x: number; y: number }[], step: boolean): Stroke[] {
  return points.slice(1).flatMap((to, i): Stroke[] => {
    const from = points[i] ?? to;
    const corner = { x: to.x, y: from.y };
    return step
      ? [
          [from, corner],
          [corner, to],
        ]
      : [[from, to]];
  });
}

function timeOf(label: string): number {
  return Date.parse(label);
}

/** Where a date stands between the first and the last, from 0 to 1. */
function timesIn(labels: readonly string[]): (label: string) => number {
  const times = labels.map(timeOf);
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  return (label) => (span === 0 ? 0.5 : (timeOf(label) - first) / span);
}

function placesIn({ length }: readonly string[]): (label: string, i: number) => number {
  return (_, i) => (length === 1 ? 0.5 : i / (length - 1));
}

/** What stands below the axis: at which label, and its rows. */
interface Below {
  label: string;
  i: number;
  rows: string[];
}

function namesBelow(labels: readonly string[]): Below[] {
  return endsFirst(labels.map((label, i) => ({ label, i, rows: [label] })));
}

/** The dates of the points; of many, regular ones between the first and the last. */
function datesBelow(labels: readonly string[], { date }: Writer): Below[] {
  const dates = [...new Set(labels)].sort();
  const shown = dates.length > NAMED ? calendarDates(dates) : dates;
  let year = '';
  const below = shown.map((label, i) => {
    const rows = date(label);
    const again = rows.year === year;
    year = rows.year;
    return { label, i, rows: again || year === '' ? [rows.name] : [rows.name, rows.year] };
  });
  return endsFirst(below);
}

/** Months between the dates of an axis. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const MOST_DATES = 6;

/** Firsts of months or of years between two dates; the dates themselves where there are too few. */
function calendarDates(dates: readonly string[]): readonly string[] {
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''].map(monthOf) as [number, number];
  const step = STEPS.find((months) => (last - first) / months < MOST_DATES) ?? 1200;
  const found: string[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    const date = step < 12 ? `${year}-${String((month % 12) + 1).padStart(2, '0')}` : year;
    if (timeOf(date) >= timeOf(dates[0] ?? '')) found.push(date);
  }
  return found.length < 3 ? dates : found;
}

function monthOf(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * 12 + month - 1;
}

function endsFirst<Item>(items: readonly Item[]): Item[] {
  const ends = [items.at(-1), items[0]].filter((item) => item !== undefined);
  return [...new Set([...ends, ...items])];
}

function nameAt(x: number, ground: number, rows: readonly string[]): Wanted<Kind> {
  const anchors: Place['anchor'][] = ['middle', ...ENDS];
  const y = ground + 1.35;
  return { rows, kind: 'name', places: anchors.map((anchor) => ({ x, y, anchor })) };
}

const ENDS = ['end', 'start'] as const;

/** Where a number may stand, from its point: across and down, in rem. */
const ABOVE = -0.6;
const BELOW = 1.25;
const BESIDE = [
  [0.65, 0.33],
  [0.9, 0.33],
  [1.3, 0.33],
  [0.65, 0.95],
  [0.65, -0.3],
] as const;

/**
 * The numbers of a line at its points, those of the ends first; of many points, only those of the
 * ends, the highest and the lowest. Where the line comes from above, they stand below it.
 */
function valuesOf(
  points: readonly (Point & { x: number; y: number })[],
  ground: number,
  step: boolean,
): Wanted<Kind>[] {
  const values = points.map(({ value }) => value);
  const extremes = [values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))];
  const first = [points.length - 1, 0, ...extremes];
  const order = [...new Set(points.length > NAMED ? first : [...first, ...points.keys()])];
  return order.map((i) => {
    const { x, y, says } = points[i] as Point & { x: number; y: number };
    const before = points[i - 1]?.y ?? y;
    const after = points[i + 1]?.y ?? y;
    const sides = after < y ? ENDS : ENDS.toReversed();
    const at = (anchor: Place['anchor'], across: number, down: number): Place => ({
      x,
      y: y + down,
      anchor,
      dx: anchor === 'end' ? -across : across,
    });
    // the line of a step comes down on its point
    const aside = step ? 0.35 : 0;
    const near = (down: number): Place[] => [
      at('middle', 0, down),
      ...sides.map((side) => at(side, aside, down)),
    ];
    const isLow = before <= y && after <= y && before + after < 2 * y && !step;
    const places = [
      ...(isLow ? [BELOW, ABOVE] : [ABOVE, BELOW]).flatMap(near),
      // a number beside a point on the ground stands on the ground
      ...BESIDE.flatMap(([across, down]) =>
        sides.map((side) => at(side, across, Math.min(down, ground - 0.25 - y))),
      ),
    ];
    // what stands below the axis is a date
    return { rows: [says], kind: 'value', places: places.filter((place) => place.y < ground) };
  });
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
