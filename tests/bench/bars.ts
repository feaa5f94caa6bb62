import { CORE, FULL, WITH_CARDS, WITH_SEARCH } from './ours.ts';
import { find, type Report, typical } from './report.ts';
import { ratio } from './statistics.ts';

/** A limit that this project sets itself, and where it stands. */
export interface Bar {
  what: string;
  limit: number;
  /** `undefined` when what it compares was not measured. */
  value: number | undefined;
  /** The same in processor time, where the bar is on the time by the clock: it suffers less from other work. */
  cpu?: number | undefined;
}

/** The bars, as far as this report can tell. */
export function bars(report: Report): Bar[] {
  return [
    ...againstOthers(report),
    ...againstOurselves(report),
    ...ofPublishing(report),
    ...ofCards(report),
  ].filter(({ value }) => value !== undefined);
}

type Build = Parameters<typeof find> extends [Report, ...infer Rest] ? Rest : never;

/** A bar on the time of one build as a share of another's. */
function timeBar(report: Report, what: string, limit: number, part: Build, whole: Build): Bar {
  const share = (quantity: 'wall' | 'cpu') =>
    ratio(typical(find(report, ...part), quantity), typical(find(report, ...whole), quantity));
  return { what, limit, value: share('wall'), cpu: share('cpu') };
}

function againstOthers(report: Report): Bar[] {
  const cold = (size: number, other: string, limit: number) =>
    timeBar(
      report,
      `${size} articles cold, of ${other}`,
      limit,
      [CORE, size, 'cold'],
      [other, size, 'cold'],
    );
  const edit = (what: string, name: string, size: number, other: string, limit: number) =>
    timeBar(
      report,
      `${size} articles, one edit${what}, of ${other}`,
      limit,
      [name, size, 'edit'],
      [other, size, 'edit'],
    );
  const edits = (size: number, other: string, limit: number) => [
    edit('', CORE, size, other, limit),
    edit(' with everything', FULL, size, other, 2 * limit),
  ];
  return [
    cold(1000, 'Eleventy', 1.3),
    cold(1000, 'Astro, .mdx and remark-gfm', 0.3),
    cold(10_000, 'Eleventy', 0.5),
    ...edits(1000, 'Eleventy', 0.25),
    ...edits(1000, 'Hugo', 1.3),
    ...edits(10_000, 'Eleventy', 0.04),
    ...edits(10_000, 'Hugo', 0.25),
  ];
}

function againstOurselves(report: Report): Bar[] {
  const unchanged = (size: number, limit: number): Bar => ({
    what: `${size} articles, no change, in seconds`,
    limit,
    value: typical(find(report, CORE, size, 'none'), 'wall'),
  });
  return [
    unchanged(1000, 0.3),
    unchanged(10_000, 0.6),
    timeBar(
      report,
      '10000 articles cold, times 1000 cold',
      8,
      [CORE, 10_000, 'cold'],
      [CORE, 1000, 'cold'],
    ),
    {
      what: '10000 articles cold, peak memory in GB',
      limit: 1.2,
      value: ratio(typical(find(report, CORE, 10_000, 'cold'), 'memory'), 1e9),
    },
  ];
}

function ofPublishing(report: Report): Bar[] {
  const added = (size: number) => find(report, FULL, size, 'add')?.published;
  const small = added(1000)?.pages;
  const large = added(10_000)?.pages;
  return [
    ...[1000, 10_000].flatMap((size): Bar[] => [
      {
        what: `${size} articles, one added: files added or changed beside search data`,
        // 14, the index of sitemaps, the feed of its kind, its social card
        limit: 17,
        value: added(size)?.pages,
      },
      {
        what: `${size} articles, one added: KB of search data`,
        limit: 400,
        value: ratio(added(size)?.searchBytes, 1000),
      },
      {
        what: `${size} articles, one deleted: files touched beside search data`,
        limit: 40,
        value: find(report, FULL, size, 'delete')?.published?.touched,
      },
    ]),
    {
      what: 'one added: difference in files between 1000 and 10000 articles',
      limit: 3,
      value: small === undefined || large === undefined ? undefined : Math.abs(large - small),
    },
  ];
}

function ofCards(report: Report): Bar[] {
  return [1000, 10_000].map((size) => {
    const all = typical(find(report, WITH_CARDS, size, 'cold'), 'cpu');
    const rest = typical(find(report, WITH_SEARCH, size, 'cold'), 'cpu');
    return {
      what: `${size} articles cold: ms of processor for a social card`,
      limit: 40,
      value: all === undefined || rest === undefined ? undefined : ((all - rest) / size) * 1000,
    };
  });
}
