import type { Problem } from '../record/problem.ts';
import { componentsOf, type Text } from '../record/text.ts';
import { type ArticleCheck, problemAt } from './model.ts';

/** Every source has an id of its own and is cited in the text. */
export const checkSources: ArticleCheck = (article, compiled) => {
  const { sources = [] } = article.data;
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
        problemAt(article, `sources[${i}]`, {
          code: 'source-uncited',
          severity: 'warning',
          message: `The source "${title}" has no id, so the text cannot cite it.`,
          fix: 'Add "id: …" and cite it with <Cite id="…" />.',
        }),
      ];
    }
    if (seen.has(id)) {
      return [
        problemAt(article, `sources[${i}].id`, {
          code: 'source-twice',
          message: `Two sources have the id "${id}".`,
          fix: 'Give one of them another id.',
        }),
      ];
    }
    seen.add(id);
    if (!article.readable || cited.has(i + 1) || twice.has(id) || meant.has(id)) return [];
    return [
      problemAt(article, `sources[${i}].id`, {
        code: 'source-uncited',
        severity: 'warning',
        message: `The source "${id}" is never cited.`,
        fix: `Put <Cite id="${id}" /> after what rests on it, or remove the source.`,
      }),
    ];
  });
};

/** Numbers of the sources that the text cites, in its notes and quotations too. */
function citedNumbers({ tree, notes, citations }: Text): Set<number> {
  const all = componentsOf([...tree, ...notes.flatMap((note) => note.tree)]);
  return new Set([
    ...citations.flatMap((paragraphs, i) => (paragraphs.length > 0 ? i + 1 : [])),
    ...all.flatMap(({ name, props }) => (name === 'PullQuote' ? (props.citeNumber ?? []) : [])),
  ]);
}
