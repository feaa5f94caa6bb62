import { voiceOf } from '../i18n/index.ts';
import { whereOf } from '../i18n/phrases.ts';
import { daysBetween, toRfc3339 } from '../lib/dates.ts';
import { groupBy } from '../lib/group.ts';
import { sectionFeeds } from '../outputs/feeds/feed-list.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, shownNumber } from '../record/article.ts';
import type { LedgerCorrection } from '../record/corrections.ts';
import { publishedOf } from '../record/moments.ts';
import { FEEDS } from '../record/routes.ts';
import type { Time } from './entry.ts';
import { type ListView, statOf } from './list.ts';
import { type Link, namedPage, pageView, tongueOf } from './page.ts';

/** A correction in the ledger: wrong beside right. */
export interface CorrectionRow extends Link {
  number: string | undefined;
  time: Time;
  /** Number and paragraph; the paragraph as a link, when it is known. */
  where: string;
  paragraph: string | undefined;
  entered: string;
  was: string | undefined;
  now: string | undefined;
  text: string;
}

/** A withdrawn entry in the ledger. */
export interface WithdrawalRow {
  number: string | undefined;
  time: Time;
  reason: string;
}

/** The ledger of corrections, a section a year. The owner's page "policies" says how mistakes are corrected. */
export function correctionsView(archive: Archive): ListView {
  const { corrections, pages, routes, site } = archive;
  const { t } = voiceOf(site);
  const facts = namedPage('corrections', archive);
  const feeds = sectionFeeds(archive, t).corrections;
  const corrected = new Set(corrections.map(({ article }) => article.id)).size;
  const policies = pages.get('policies');
  const years = groupBy(corrections, ({ date }) => date.day.slice(0, 4));
  return {
    ...pageView({ ...facts, feeds }, archive, {
      crumbs: [{ name: facts.headline, path: facts.path }],
    }),
    header: {
      label: t.lists.browse,
      title: t.corrections.title,
      text: t.corrections.text,
      stats: [
        statOf(corrections.length, t.counts.corrections, archive),
        statOf(corrected, t.counts.corrected, archive),
      ],
      actions: {
        button: { name: t.corrections.report, href: `mailto:${site.email}` },
        links: [
          ...(policies ? [{ name: t.corrections.how, href: routes.page(policies.id) }] : []),
          ...feeds.map(({ format, path }) => ({ name: FEEDS[format].name, href: path })),
        ],
      },
    },
    empty: corrections.length === 0 ? t.corrections.none : undefined,
    withdrawals: archive.withdrawn
      .map((article) => withdrawalRow(article, archive))
      .sort((a, b) => (a.time.datetime < b.time.datetime ? 1 : -1)),
    corrections: [...years].map(([year, entries]) => ({
      id: `c${year}`,
      title: year,
      isYear: true,
      rows: entries.map((correction) => correctionRow(correction, archive)),
    })),
  };
}

/** A withdrawn entry: nothing of it but its number, and why it went. */
function withdrawalRow(article: Article, archive: Archive): WithdrawalRow {
  const { withdrawn } = article;
  const { date, reason } = withdrawn ?? { date: article.pubDate, reason: '' };
  return {
    number: shownNumber(article, archive.site),
    time: { text: voiceOf(archive.site).f.shortDay(date.day), datetime: date.text },
    reason,
  };
}

/** A correction as a row. */
export function correctionRow(correction: LedgerCorrection, archive: Archive): CorrectionRow {
  const { routes, site } = archive;
  const { article, number, date, at, text, was, now, paragraph } = correction;
  const { t, f } = voiceOf(site);
  const entered = publishedOf(article, archive);
  const days = daysBetween(entered.day, date.day);
  return {
    number: shownNumber(article, site),
    time: { text: f.shortDay(date.day), datetime: toRfc3339(at, site.zone) },
    name: article.title,
    href: routes.correction(article, number),
    ...tongueOf(article, site),
    // its number stands beside its date
    where: whereOf(undefined, paragraph, t),
    paragraph: paragraph ? routes.paragraph(article, paragraph) : undefined,
    entered:
      days < 1
        ? t.corrections.sameDay({ date: f.day(entered.day) })
        : t.corrections.later({ date: f.day(entered.day), n: days }),
    was,
    now,
    text,
  };
}
