import { type Moment, parseMoment } from '../lib/dates.ts';
import { type ArticleFile, keyOf } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { type ContentModel, problemAt, type Verdict } from './model.ts';

/** Dates come in an order that can have happened, and what is ahead is pointed out. */
export function* checkDates({ articles, site, now, ledger }: ContentModel): Generator<Problem> {
  for (const article of articles) {
    const entry = ledger.articles[keyOf(article)];
    // of such a date that is ahead the ledger's check speaks
    const wasOut = entry?.id === article.id && Date.parse(entry.first) <= now;
    for (const [field, verdict] of judge(article.data, site.zone, now, wasOut)) {
      yield problemAt(article, field, verdict);
    }
  }
}

/** @param wasOut whether readers have seen it */
function* judge(
  data: ArticleFile['data'],
  zone: string,
  now: number,
  wasOut: boolean,
): Generator<[field: string, verdict: Verdict]> {
  const read = (text = '') => parseMoment(text, zone);
  const published = read(data.pubDate);
  if (!published) return;
  const ahead = (moment: Moment): Verdict | undefined =>
    moment.ms <= now || data.draft
      ? undefined
      : {
          code: 'date-ahead',
          message: `${moment.text} is in the future.`,
          fix: 'Write the day on which it happened.',
        };
  const waiting = (what: string): Verdict => ({
    code: 'date-future',
    severity: 'warning',
    message: `The article ${what}.`,
    fix: 'Leave it so, or correct the date.',
  });
  const early = (moment: Moment, other: string, fix = 'Correct one of the two.'): Verdict => ({
    code: 'date-order',
    message: `${moment.text} is before ${other}.`,
    fix,
  });
  const beforeOwn = (moment: Moment) => early(moment, `the article's own date, ${published.text}`);
  const compiled = read(data.compiled);
  const tooEarly = (moment: Moment): Verdict | undefined => {
    if (isBefore(moment, published)) return beforeOwn(moment);
    return compiled && isBefore(moment, compiled)
      ? early(moment, `${compiled.text}, the day on which the article was compiled`)
      : undefined;
  };

  if (published.ms > now && !data.draft && !wasOut) {
    yield ['pubDate', waiting(`comes out on ${published.text}; until then nobody sees it`)];
  }
  if (compiled) {
    const verdict = isBefore(compiled, published)
      ? early(
          compiled,
          `${published.text}, the day under which the article is filed`,
          'Correct the date, or leave the field out.',
        )
      : ahead(compiled);
    if (verdict) yield ['compiled', verdict];
  }
  const updated = read(data.updatedDate);
  const ofUpdate = updated && (tooEarly(updated) ?? ahead(updated));
  if (ofUpdate) yield ['updatedDate', ofUpdate];
  const corrections = data.corrections ?? [];
  for (const [i, { date }] of corrections.entries()) {
    const moment = read(date);
    const above = read(corrections[i - 1]?.date);
    if (!moment) continue;
    const verdict =
      tooEarly(moment) ??
      // to the millisecond, as they are numbered: the number of one above is its permanent id
      (above && moment.ms < above.ms ? outOfOrder(moment, above) : ahead(moment));
    if (verdict) yield [`corrections[${i}].date`, verdict];
  }
  const expires = read(data.expires);
  if (expires && expires.ms <= published.ms) yield ['expires', beforeOwn(expires)];
  const withdrawn = read(data.withdrawn?.date);
  if (withdrawn && isBefore(withdrawn, published)) {
    yield ['withdrawn.date', beforeOwn(withdrawn)];
  } else if (withdrawn && withdrawn.ms > now && !data.draft) {
    const what = `is withdrawn on ${withdrawn.text}; until then it stays as it is`;
    yield ['withdrawn.date', waiting(what)];
  }
}

/** A bare day is not before any hour of that day. */
function isBefore(moment: Moment, published: Moment): boolean {
  const bothHours = moment.hasTime && published.hasTime;
  return moment.ms < published.ms && (bothHours || moment.day !== published.day);
}

function outOfOrder(moment: Moment, above: Moment): Verdict {
  return {
    code: 'correction-order',
    message: `${moment.text} is before ${above.text}, the date of the correction above it.`,
    fix: 'Put a new correction below the others, or correct the date.',
  };
}
