import { bars } from './bars.ts';
import type { Step } from './contender.ts';
import { describeMachine } from './machine.ts';
import { figure, markdownTable } from './markdown-table.ts';
import { CORE } from './ours.ts';
import { find, type Report, sizesOf, typical } from './report.ts';
import { ratio } from './statistics.ts';

/** A report as Markdown: for a terminal, and for the README to quote. */
export function buildReport(report: Report): string {
  const sizes = sizesOf(report);
  return [
    `${describeMachine(report.machine)} Medians of ${report.runs} ${report.runs === 1 ? 'run' : 'runs'}, in turn; seconds by the clock, memory of all processes together. ${versions(report)}`,
    ...report.missing,
    ...sizes.map((size) => `${figure(size, 0)} articles:\n\n${timeTable(report, size)}`),
    `What publishing one change uploads:\n\n${publishTable(report)}`,
    ...(sizes.length > 1 ? [`Growth of the cold build:\n\n${growthTable(report, sizes)}`] : []),
    ...barTable(report),
  ].join('\n\n');
}

function versions({ contenders }: Report): string {
  const others = contenders.filter(({ ours }) => !ours);
  return others.map(({ name, version }) => `${name}: ${version}.`).join(' ');
}

function timeTable(report: Report, size: number): string {
  const ours = typical(find(report, CORE, size, 'cold'), 'wall');
  const seconds = (name: string, step: Step) =>
    figure(typical(find(report, name, size, step), 'wall'));
  const rows = report.contenders.flatMap(({ name }) => {
    const cold = find(report, name, size, 'cold');
    if (!cold) return [];
    const wall = typical(cold, 'wall');
    return [
      [
        name,
        figure(wall),
        figure(ratio(ours, wall), 2),
        figure(typical(cold, 'cpu')),
        figure(ratio(typical(cold, 'memory'), 1e6), 0),
        seconds(name, 'none'),
        seconds(name, 'edit'),
        seconds(name, 'add'),
        figure(cold.files, 0),
        figure(cold.bytes / 1e6),
      ],
    ];
  });
  const head = [
    '',
    'cold, s',
    `${CORE} ÷ this`,
    'CPU, s',
    'peak MB',
    'no change, s',
    'one edit, s',
    'one added, s',
    'files',
    'MB',
  ];
  return markdownTable(head, rows);
}

/** What was published, in words. */
const PUBLISHED = {
  edit: 'edited',
  add: 'added',
  story: 'added, of three topics and a storyline',
  delete: 'deleted',
} as const;

function publishTable(report: Report): string {
  const rows = sizesOf(report).flatMap((size) =>
    report.contenders.flatMap(({ name }) =>
      (['edit', 'add', 'story', 'delete'] as const).flatMap((step) => {
        const change = find(report, name, size, step)?.published;
        if (!change) return [];
        const { added, changed, removed, bytes, touched, searchBytes } = change;
        return [
          [
            `${name}, ${figure(size, 0)}, one ${PUBLISHED[step]}`,
            figure(touched, 0),
            figure(added, 0),
            figure(changed, 0),
            figure(removed, 0),
            figure(bytes / 1000),
            figure(searchBytes / 1000),
          ],
        ];
      }),
    ),
  );
  const head = [
    '',
    'files beside search¹',
    'added',
    'changed',
    'removed',
    'KB',
    'KB of search data¹',
  ];
  return `${markdownTable(head, rows)}\n\n¹ Compressed forms (.br, .gz) are not counted here; in the columns that follow they are.`;
}

function growthTable(report: Report, sizes: readonly number[]): string {
  const [first = 0, ...rest] = sizes;
  const rows = report.contenders.map(({ name }) => {
    const wall = (size: number) => typical(find(report, name, size, 'cold'), 'wall');
    return [name, ...rest.map((size) => figure(ratio(wall(size), wall(first))))];
  });
  return markdownTable(
    ['', ...rest.map((size) => `${figure(size, 0)} ÷ ${figure(first, 0)}`)],
    rows,
  );
}

function barTable(report: Report): string[] {
  const rows = bars(report).map(({ what, limit, value = Number.NaN, cpu }) => [
    what,
    figure(value, 2),
    figure(cpu, 2),
    String(limit),
    value <= limit ? 'met' : 'not met',
  ]);
  if (rows.length === 0) return [];
  return [`Limits:\n\n${markdownTable(['', 'measured', 'in CPU time', 'at most', ''], rows)}`];
}
