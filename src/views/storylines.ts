import { voiceOf } from '../i18n/index.ts';
import { sectionFeed } from '../outputs/feeds/feed-list.ts';
import type { Archive } from '../record/archive.ts';
import { minutesToRead, shownNumber } from '../record/article.ts';
import { type Storyline, span, timeline } from '../record/storylines.ts';
import { entryLink, type Row, type Stamp, stampOf, type Time } from './entry.ts';
import { type ListView, searchWithin, statOf } from './list.ts';
import { type Link, namedPage, pageView } from './page.ts';

/** A storyline on the margin line: years, parts, and the months between them. */
export interface Timeline {
  rows: TimelineRow[];
  /** When it was closed. */
  stamp: Stamp | undefined;
  /** What follows after its last part. */
  end: string;
}

export type TimelineRow =
  | { kind: 'year'; year: string }
  | { kind: 'gap'; months: number; text: string }
  | (Link &
      Pick<Row, 'amount'> & {
        kind: 'part';
        part: number;
        label: string;
        time: Time;
        text: string;
      });

/** All storylines, those with the newest part first. */
export function storylinesView(archive: Archive): ListView {
  const { t } = voiceOf(archive.site);
  const storylines = [...archive.storylines.values()];
  const open = storylines.filter(({ status }) => status === 'open').length;
  const parts = storylines.reduce((sum, storyline) => sum + storyline.parts.length, 0);
  const facts = namedPage('storylines', archive);
  return {
    ...pageView(facts, archive, { crumbs: [{ name: facts.headline, path: facts.path }] }),
    header: {
      label: t.lists.browse,
      title: t.places.storylines,
      text: t.lists.storylinesText,
      ...(storylines.length > 0 && {
        stats: [
          statOf(storylines.length, t.counts.storylines, archive),
          statOf(open, t.counts.open, archive),
          statOf(parts, t.counts.parts, archive),
        ],
      }),
    },
    storylines: storylines.map((storyline) => storylineRow(storyline, archive)),
  };
}

/** Parts that are drawn to count. */
const MOST_MARKS = 36;

/** A storyline as a row: years, name, what it follows, parts. */
export function storylineRow(storyline: Storyline, archive: Archive): Row {
  const { id, name, description, parts, status } = storyline;
  const { t } = voiceOf(archive.site);
  const first = parts[0]?.year ?? '';
  const last = parts.at(-1)?.year ?? '';
  return {
    span:
      status !== 'closed'
        ? t.storyline.spanOpen({ first })
        : first === last
          ? first
          : t.storyline.span({ first, last }),
    name,
    href: archive.routes.storyline(id),
    text: description,
    amount: statOf(parts.length, t.counts.parts, archive),
    tally: parts.length <= MOST_MARKS ? parts.length : undefined,
  };
}

/** A storyline, part by part. */
export function storylineView(storyline: Storyline, archive: Archive): ListView {
  const { name, description, parts } = storyline;
  const { routes } = archive;
  const { t } = voiceOf(archive.site);
  const path = routes.storyline(storyline.id);
  const feed = sectionFeed(archive, t, name, path);
  const months = span(storyline);
  const minutes = parts.reduce((sum, article) => sum + minutesToRead(article), 0);
  const first = parts[0];
  const hasSeveral = parts.length > 1;
  const crumbs = [
    { name: t.places.storylines, path: routes.storylines() },
    { name, path },
  ];
  return {
    ...pageView(
      {
        kind: 'storyline',
        path,
        headline: t.titles.storyline({ name }),
        description,
        feeds: [feed],
      },
      archive,
      { crumbs },
    ),
    header: {
      label: t.storyline.label,
      title: name,
      text: description,
      stats: [
        statOf(parts.length, t.counts.parts, archive),
        ...(hasSeveral ? [statOf(months, t.counts.monthsSpan, archive)] : []),
        statOf(minutes, t.counts.minutesInFull, archive),
      ],
      actions: {
        button: first && { name: t.storyline.begin, href: routes.article(first) },
        links: [{ name: t.storyline.follow, href: feed.path }],
      },
      search: searchWithin(name, [['storyline', storyline.id]], archive),
      key: hasSeveral ? t.storyline.key : undefined,
    },
    timeline: timelineOf(storyline, archive),
  };
}

function timelineOf(storyline: Storyline, archive: Archive): Timeline {
  const { t, f } = voiceOf(archive.site);
  const isClosed = storyline.status === 'closed';
  const closedOn = storyline.closed ?? storyline.parts.at(-1)?.pubDate.day ?? '';
  return {
    rows: timeline(storyline).map((row): TimelineRow => {
      if (row.kind === 'year') return row;
      if (row.kind === 'gap') return { ...row, text: t.counts.months({ n: row.months }) };
      const { article, part } = row;
      const { day, text: datetime } = article.pubDate;
      const number = shownNumber(article, archive.site);
      return {
        kind: 'part',
        part,
        ...entryLink(article, archive),
        label:
          number === undefined
            ? t.storyline.part({ part })
            : t.storyline.partNumbered({ part, number }),
        time: { text: f.dayMonth(day), datetime },
        text: article.description,
        amount: article.figure,
      };
    }),
    stamp: isClosed
      ? stampOf(t.stamps.closed, closedOn.slice(0, 10), undefined, archive)
      : undefined,
    end: isClosed ? t.storyline.closed : t.storyline.open,
  };
}
