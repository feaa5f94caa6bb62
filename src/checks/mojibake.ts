import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { type Finding, type Markdown, problemAt, readableFields, type Verdict } from './model.ts';
import { placeInBody } from './place.ts';

/** Letters of Windows' code page 1252 by their bytes. */
const BYTES = new Map(
  Array.from({ length: 128 }, (_, i): [string, number] => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(i + 128)),
    i + 128,
  ]),
);

const NEXT =
  '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013-\\u203a\\u20ac\\u2122]';

/**
 * UTF-8 that was read as that code page; of other alphabets, two letters at least, since one may be meant.
 * @example Ã©, â€™, Ð¿Ñ€
 */
const RUN = new RegExp(
  `[\\u00c2-\\u00c6]${NEXT}|[\\u00e0-\\u00ef]${NEXT}{2}|[\\u00f0-\\u00f4]${NEXT}{3}|(?:[\\u00c7-\\u00df]${NEXT}){2,}`,
  'g',
);

/** What Chinese programs show of bytes that were no letters. */
const LOST = /锟斤拷|烫烫烫|屯屯屯/g;

/** Letters of a text that was saved in one encoding and read in another. */
export function* checkMojibake({ all, body }: Markdown): Generator<Finding> {
  if (body.search(RUN) === -1 && body.search(LOST) === -1) return;
  for (const node of [...all('text'), ...all('image')]) {
    const start = node.position?.start.offset ?? 0;
    const written = body.slice(start, node.position?.end.offset);
    for (const { index, old, meant } of misread(written)) {
      const repair = meant === undefined ? {} : { repair: { old, new: meant } };
      yield { ...verdict(old, meant), ...placeInBody(body, start + index), ...repair };
    }
  }
}

/** The same in what the frontmatter says to readers. */
export function* checkFieldMojibake(article: ArticleFile): Generator<Problem> {
  for (const [field, text] of readableFields(article)) {
    const [first] = misread(text);
    if (first) yield problemAt(article, field, verdict(first.old, first.meant));
  }
}

/** What every run begins with. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

function misread(text: string): { index: number; old: string; meant?: string }[] {
  if (!BEYOND_ASCII.test(text)) return [];
  const runs = [...text.matchAll(RUN)].flatMap(({ 0: old, index }) => {
    const meant = meantBy(old);
    return meant === undefined ? [] : [{ index, old, meant }];
  });
  return [...runs, ...[...text.matchAll(LOST)].map(({ 0: old, index }) => ({ index, old }))];
}

/** What was written where a run of letters stands. */
function meantBy(run: string): string | undefined {
  const bytes = Uint8Array.from(run, (char) => BYTES.get(char) ?? 0);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function verdict(old: string, meant: string | undefined): Verdict {
  return {
    code: 'encoding-misread',
    severity: 'warning',
    message: `"${old}" is what is left of a letter that was read in another encoding.`,
    fix: meant === undefined ? 'Write the words again.' : `Write "${meant}".`,
  };
}
