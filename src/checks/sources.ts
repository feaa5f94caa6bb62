import { type Compiled, everyPart } from '../record/compiled.ts';
import type { Problem } from '../record/problem.ts';
import { type ManuscriptCheck, problemAt } from './sheet.ts';

/** Every source has an id of its own and is cited in the text. */
export const checkSources: ManuscriptCheck = ({ sheet, compiled }) => {
  const { sources = [] } = sheet.data;
  const seen = new Set<string>();
  const twice = new Set(
    sources.flatMap(({ id }, i) => (sources.findIndex((other) => other.id === id) < i ? [id] : [])),
  );
  const cited = citedNumbers(compiled);
  // cited by a misspelt id: that is reported where it stands
  const meant = new Set(
    compiled.problems.flatMap(({ code, fix }) =>
      code === 'cite-unknown' ? (/^Did you mean "(.+)"\?$/.exec(fix)?.[1] ?? []) : [],
    ),
  );
  return sources.flatMap(({ id, title }, i): Problem[] => {
    if (id === undefined) {
      return [
        problemAt(sheet, `sources[${i}]`, {
          code: 'source-uncited',
          severity: 'warning',
          message: `The source "${title}" has no id, so the text cannot cite it.`,
          fix: 'Add "id: …" and cite it with <Cite id="…" />.',
        }),
      ];
    }
    if (seen.has(id)) {
      return [
        problemAt(sheet, `sources[${i}].id`, {
          code: 'source-twice',
          message: `Two sources have the id "${id}".`,
          fix: 'Give one of them another id.',
        }),
      ];
    }
    seen.add(id);
    if (!sheet.readable || cited.has(i + 1) || twice.has(id) || meant.has(id)) return [];
    return [
      problemAt(sheet, `sources[${i}].id`, {
        code: 'source-uncited',
        severity: 'warning',
        message: `The source "${id}" is never cited.`,
        fix: `Put <Cite id="${id}" /> after what rests on it, or remove the source.`,
      }),
    ];
  });
};

/** Numbers of the sources that the text cites, in its notes and quotations too. */
function citedNumbers({ parts, notes }: Compiled): Set<number> {
  const cited = new Set<number>();
  for (const part of everyPart([...parts, ...notes.flatMap((note) => note.parts)])) {
    if (typeof part === 'string') {
      for (const [, number] of part.matchAll(/href="#s(\d+)"/g)) cited.add(Number(number));
    } else if (part.component === 'PullQuote' && part.props.citeNumber !== undefined) {
      cited.add(part.props.citeNumber);
    }
  }
  return cited;
}
