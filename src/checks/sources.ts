import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { componentsOf, type Text } from '../record/text.ts';
import { problemAt } from './model.ts';

/** Every source has an id of its own and is cited in the text. */
export function* checkSources(article: ArticleFile, text: Text): Generator<Problem> {
  const { sources = [] } = article.data;
  const ids = sources.map(({ id }) => id);
  const cited = citedNumbers(text);
  // cited by a misspelt id: that is reported where it stands
  const meant = new Set(
    text.problems.flatMap(({ code, fix }) =>
      code === 'cite-unknown' ? (/^Did you mean "(.+)"\?$/.exec(fix)?.[1] ?? []) : [],
    ),
  );
  for (const [i, { id, title }] of sources.entries()) {
    if (id === undefined) {
      yield problemAt(article, `sources[${i}]`, {
        code: 'source-uncited',
        severity: 'warning',
        message: `The source "${title}" has no id, so the text cannot cite it.`,
        fix: 'Add "id: …" and cite it with <Cite id="…" />.',
      });
    } else if (ids.indexOf(id) < i) {
      yield problemAt(article, `sources[${i}].id`, {
        code: 'source-twice',
        message: `Two sources have the id "${id}".`,
        fix: 'Give one of them another id.',
      });
    } else if (
      article.readable &&
      !cited.has(i + 1) &&
      !meant.has(id) &&
      ids.lastIndexOf(id) === i
    ) {
      yield problemAt(article, `sources[${i}].id`, {
        code: 'source-uncited',
        severity: 'warning',
        message: `The source "${id}" is never cited.`,
        fix: `Put <Cite id="${id}" /> after what rests on it, or remove the source.`,
      });
    }
  }
}

/** Numbers of the sources that the text cites, in its notes and quotations too. */
function citedNumbers({ tree, notes, citations }: Text): Set<number> {
  const all = componentsOf([...tree, ...notes.flatMap((note) => note.tree)]);
  return new Set([
    ...citations.flatMap((paragraphs, i) => (paragraphs.length > 0 ? i + 1 : [])),
    ...all.flatMap(({ name, props }) => (name === 'PullQuote' ? (props.citeNumber ?? []) : [])),
  ]);
}
