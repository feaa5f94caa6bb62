import type { Problem } from '../domain/problem.ts';
import type { Moment } from '../lib/dates.ts';
import { parseMoment } from '../lib/dates.ts';
import { type DeskCheck, problemAt, type Sheet, type Verdict } from './sheet.ts';

/** Dates come in an order that can have happened, and what is ahead is pointed out. */
export const checkDates: DeskCheck = ({ sheets, site, now }) =>
  sheets.flatMap((sheet) => judge(sheet, site.zone, now));

function judge(sheet: Sheet, zone: string, now: number): Problem[] {
  const { data } = sheet;
  const read = (text: string | undefined) =>
    text === undefined ? undefined : parseMoment(text, zone);
  const published = read(data.pubDate);
  if (!published) return [];
  const problems: Problem[] = [];
  const say = (field: string, verdict: Verdict) => problems.push(problemAt(sheet, field, verdict));
  const ahead = (field: string, moment: Moment) => {
    if (moment.ms <= now || data.draft) return;
    say(field, {
      code: 'date-ahead',
      message: `${moment.text} is in the future.`,
      fix: 'Write the day on which it happened.',
    });
  };

  if (published.ms > now && !data.draft) {
    say('pubDate', {
      code: 'date-future',
      severity: 'warning',
      message: `The article comes out on ${published.text}; until then nobody sees it.`,
      fix: 'Leave it so, or correct the date.',
    });
  }
  const updated = read(data.updatedDate);
  if (updated) {
    if (isBefore(updated, published)) say('updatedDate', before(updated, published));
    else ahead('updatedDate', updated);
  }
  const compiled = read(data.compiled);
  if (compiled && isBefore(compiled, published)) {
    say('compiled', {
      code: 'date-order',
      message: `${compiled.text} is before ${published.text}, the day under which the article is filed.`,
      fix: 'Correct the date, or leave the field out.',
    });
  }
  for (const [i, correction] of (data.corrections ?? []).entries()) {
    const moment = read(correction.date);
    if (!moment) continue;
    const field = `corrections[${i}].date`;
    if (isBefore(moment, published)) say(field, before(moment, published));
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

function before(moment: Moment, published: Moment): Verdict {
  return {
    code: 'date-order',
    message: `${moment.text} is before the article's own date, ${published.text}.`,
    fix: 'Correct one of the two.',
  };
}
