import type { Moment } from '../lib/dates.ts';
import { parseMoment } from '../lib/dates.ts';
import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { type ModelCheck, problemAt, type Verdict } from './model.ts';

/** Dates come in an order that can have happened, and what is ahead is pointed out. */
export const checkDates: ModelCheck = ({ articles, site, now, ledger }) =>
  articles.flatMap((article) => {
    const entry = ledger.articles[article.data.number ?? article.id];
    const wasOut = entry?.id === article.id && Date.parse(entry.first) <= now;
    return judge(article, site.zone, now, wasOut);
  });

/** @param wasOut whether readers have seen it: of such a date that is ahead the ledger's check speaks */
function judge(article: ArticleFile, zone: string, now: number, wasOut: boolean): Problem[] {
  const { data } = article;
  const read = (text: string | undefined) =>
    text === undefined ? undefined : parseMoment(text, zone);
  const published = read(data.pubDate);
  if (!published) return [];
  const problems: Problem[] = [];
  const say = (field: string, verdict: Verdict) =>
    problems.push(problemAt(article, field, verdict));
  const ahead = (field: string, moment: Moment) => {
    if (moment.ms <= now || data.draft) return;
    say(field, {
      code: 'date-ahead',
      message: `${moment.text} is in the future.`,
      fix: 'Write the day on which it happened.',
    });
  };

  if (published.ms > now && !data.draft && !wasOut) {
    say('pubDate', {
      code: 'date-future',
      severity: 'warning',
      message: `The article comes out on ${published.text}; until then nobody sees it.`,
      fix: 'Leave it so, or correct the date.',
    });
  }
  const compiled = read(data.compiled);
  if (compiled && isBefore(compiled, published)) {
    say('compiled', {
      code: 'date-order',
      message: `${compiled.text} is before ${published.text}, the day under which the article is filed.`,
      fix: 'Correct the date, or leave the field out.',
    });
  } else if (compiled) ahead('compiled', compiled);
  const tooEarly = (moment: Moment): Verdict | undefined => {
    if (isBefore(moment, published)) return before(moment, published);
    return compiled && isBefore(moment, compiled) ? beforeWritten(moment, compiled) : undefined;
  };
  const updated = read(data.updatedDate);
  if (updated) {
    const early = tooEarly(updated);
    if (early) say('updatedDate', early);
    else ahead('updatedDate', updated);
  }
  const corrections = data.corrections ?? [];
  for (const [i, correction] of corrections.entries()) {
    const moment = read(correction.date);
    if (!moment) continue;
    const field = `corrections[${i}].date`;
    const above = read(corrections[i - 1]?.date);
    const early = tooEarly(moment);
    if (early) say(field, early);
    // to the millisecond, as they are numbered: the number of one above is its permanent id
    else if (above && moment.ms < above.ms) say(field, outOfOrder(moment, above));
    else ahead(field, moment);
  }
  const expires = read(data.expires);
  if (expires && expires.ms <= published.ms) say('expires', before(expires, published));
  const withdrawn = read(data.withdrawn?.date);
  if (withdrawn && isBefore(withdrawn, published)) {
    say('withdrawn.date', before(withdrawn, published));
  } else if (withdrawn && withdrawn.ms > now && !data.draft) {
    say('withdrawn.date', {
      code: 'date-future',
      severity: 'warning',
      message: `The article is withdrawn on ${withdrawn.text}; until then it stays as it is.`,
      fix: 'Leave it so, or correct the date.',
    });
  }
  return problems;
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

function beforeWritten(moment: Moment, compiled: Moment): Verdict {
  return {
    code: 'date-order',
    message: `${moment.text} is before ${compiled.text}, the day on which the article was compiled.`,
    fix: 'Correct one of the two.',
  };
}

function before(moment: Moment, published: Moment): Verdict {
  return {
    code: 'date-order',
    message: `${moment.text} is before the article's own date, ${published.text}.`,
    fix: 'Correct one of the two.',
  };
}
