import type { Nodes, Root } from 'mdast';
import { walk } from '../lib/tree.ts';
import type { Problem } from '../record/problem.ts';
import { checkAddresses } from './addresses.ts';
import { checkCorrections } from './corrections.ts';
import { checkDates } from './dates.ts';
import { checkLists, checkText } from './fields.ts';
import { checkHeadings } from './headings.ts';
import { checkHidden } from './hidden.ts';
import { checkLedger } from './ledger.ts';
import { checkFieldLeftovers, checkLeftovers } from './leftovers.ts';
import { checkLinks } from './links.ts';
import { checkAlt, checkCoverAlt, checkLinkWords, checkNotes } from './marks.ts';
import { checkNumbers } from './numbers.ts';
import { checkPaths } from './paths.ts';
import type { Copy, CopyCheck, Desk, DeskCheck, Manuscript, ManuscriptCheck } from './sheet.ts';
import { checkSources } from './sources.ts';
import { checkTitles } from './titles.ts';
import { checkUnread } from './unread.ts';
import { checkDesk, checkGlossary, checkReferences, checkShelves } from './vocabulary.ts';
import { checkFieldWords, checkWords } from './words.ts';

/** What is asked of each article's text; follows from its file alone, so it is cached with it. */
const COPY: readonly CopyCheck[] = [
  checkHidden,
  checkHeadings,
  checkWords,
  checkLeftovers,
  checkNotes,
  checkLinkWords,
  checkAlt,
  checkUnread,
];

/** What is asked of each article as a whole; cached with it too. */
const MANUSCRIPT: readonly ManuscriptCheck[] = [
  checkLists,
  checkText,
  checkSources,
  checkFieldLeftovers,
  checkFieldWords,
  checkCoverAlt,
  checkCorrections,
];

/** What is asked of all articles together, at every check. */
const DESK: readonly DeskCheck[] = [
  checkPaths,
  checkNumbers,
  checkDates,
  checkReferences,
  checkGlossary,
  checkDesk,
  checkShelves,
  checkTitles,
  checkAddresses,
  checkLinks,
  checkLedger,
];

/** Problems of an article's text as it was written. */
export function checkCopy(
  { tree, body, draft }: { tree: Root; body: string; draft: boolean },
  file: string,
): Problem[] {
  const copy: Copy = { all: nodesByType(tree), body, draft };
  return COPY.flatMap((check) =>
    check(copy).map((finding): Problem => ({ severity: 'error', file, field: '', ...finding })),
  );
}

/** A tree's nodes by type, from one walk: every check asks for some. */
function nodesByType(tree: Root): Copy['all'] {
  const byType = new Map<string, Nodes[]>();
  walk<Nodes>(tree, (node) => {
    const nodes = byType.get(node.type);
    if (nodes) nodes.push(node);
    else byType.set(node.type, [node]);
  });
  return <Type extends Nodes['type']>(type: Type) =>
    (byType.get(type) ?? []) as Extract<Nodes, { type: Type }>[];
}

/** Problems of an article's fields against its text. */
export function checkManuscript(manuscript: Manuscript): Problem[] {
  return MANUSCRIPT.flatMap((check) => check(manuscript));
}

/** Problems that only show when everything is seen together. */
export function checkDeskwide(desk: Desk): Problem[] {
  return DESK.flatMap((check) => check(desk));
}
