import { distance } from 'fastest-levenshtein';
import type { Nodes, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { isImageName } from '../lib/media.ts';
import { nearest, shorten } from '../lib/text.ts';
import { placeOf } from '../markdown/scope.ts';
import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { type Finding, type Markdown, problemAt } from './model.ts';
import { placeInBody, placeInText } from './place.ts';

/** Marks of notes without a note, notes without a mark, and notes of one name. */
export function* checkNotes({ all, body }: Markdown): Generator<Finding> {
  const marked = new Set(all('footnoteReference').map(({ identifier }) => identifier));
  const notes = all('footnoteDefinition');
  const unmarked = new Set(
    notes.flatMap(({ identifier }) => (marked.has(identifier) ? [] : identifier)),
  );
  const withoutColon = new Map<string, Text>();
  for (const paragraph of all('paragraph')) {
    const [first] = paragraph.children;
    if (first?.type !== 'text') continue;
    const [, name] = /^\[\^([^\]\s]{1,100})\] +(?:: *)?\S/.exec(first.value) ?? [];
    if (name !== undefined && !unmarked.has(name)) withoutColon.set(name, first);
  }
  for (const node of all('text')) {
    if (!node.value.includes('[')) continue;
    for (const { 0: mark, 1: name = '', index } of node.value.matchAll(/\[\^([^\]\s]{1,100})\]/g)) {
      const paragraph = withoutColon.get(name);
      if (paragraph === node && index === 0) {
        yield {
          code: 'note-colon',
          ...placeInText(node, index),
          message: node.value.startsWith(`${mark} :`)
            ? `A space stands before the colon of the note "${mark}", so it is read as a paragraph.`
            : `The note "${mark}" has no colon, so it is read as a paragraph.`,
          fix: `Write "${mark}: …".`,
        };
      }
      if (paragraph) continue;
      const meant = nearest(name, unmarked, distance);
      // the note that was meant has its mark, misspelt
      if (meant !== undefined) unmarked.delete(meant);
      yield {
        code: 'note-missing',
        ...placeInText(node, index),
        message: `There is no note "${mark}".`,
        fix: meant ? `Did you mean "[^${meant}]"?` : `Add a line "${mark}: …", or remove the mark.`,
      };
    }
  }
  yield* spacedNames(all, body);
  const seen = new Set<string>();
  for (const node of notes) {
    const { label, identifier } = node;
    const name = `[^${label ?? identifier}]`;
    if (seen.has(identifier)) {
      yield {
        code: 'note-twice',
        ...placeOf(node),
        message: `There are two notes "${name}".`,
        fix: 'Give one of them another name.',
      };
    } else if (unmarked.has(identifier)) {
      yield {
        code: 'note-unused',
        ...placeOf(node),
        message: `No mark in the text leads to the note "${name}", so nobody would see it.`,
        fix: `Put ${name} where it belongs, or remove the note.`,
      };
    }
    seen.add(identifier);
  }
}

/** Notes whose name has a space, which CommonMark takes for links by name or for words. */
function* spacedNames(all: Markdown['all'], body: string): Generator<Finding> {
  const told = new Set<string>();
  for (const { position } of [...all('definition'), ...all('paragraph')]) {
    const start = position?.start.offset ?? 0;
    const written = body.slice(start, position?.end.offset);
    for (const { 1: name = '', index } of written.matchAll(/^\[\^([^\]\n]*\s[^\]\n]*)\]:/gm)) {
      if (told.has(name)) continue;
      told.add(name);
      yield {
        code: 'note-name',
        ...placeInBody(body, start + index),
        message: `The name of the note "[^${name}]" has a space, so it is no note.`,
        fix: `Write "[^${name.trim().replace(/\s+/g, '-')}]", here and where it is marked.`,
      };
    }
  }
}

function isImage({ type }: Nodes): boolean {
  return type === 'image' || type === 'imageReference';
}

/** Links without words, and links by a name that is given nowhere. */
export function* checkLinkWords(markdown: Markdown): Generator<Finding> {
  const { all, body } = markdown;
  let unread: Map<string, string> | undefined;
  for (const node of [...all('link'), ...all('linkReference')]) {
    // of an image that is a link, its own text is asked
    if (plainText(node).trim() !== '' || node.children.some(isImage)) continue;
    yield {
      code: 'link-empty',
      ...placeOf(node),
      message: 'The link has no words, so nobody can follow it.',
      fix: 'Write them between its square brackets.',
    };
  }
  const given = new Map<string, string>();
  for (const node of all('definition')) {
    const { identifier, label, url } = node;
    const first = given.get(identifier);
    given.set(identifier, first ?? url);
    if (first === undefined || first === url) continue;
    yield {
      code: 'link-twice',
      ...placeOf(node),
      message: `The address "[${label ?? identifier}]" is given twice, and the first one is read.`,
      fix: 'Give one of the two another name, or remove it.',
    };
  }
  for (const node of all('text')) {
    if (!node.value.includes('][')) continue;
    // what is escaped is meant
    const start = node.position?.start.offset ?? 0;
    const written = body.slice(start, node.position?.end.offset);
    for (const { 1: name1, 2: name2, index } of written.matchAll(
      /(?<!\\)\[[^[\]\\]{1,200}\]\[([^[\]\\]{1,100})\]|(?<![\\\w\])])\[([^[\]\\]{1,100})\]\[\]/g,
    )) {
      const name = name1 ?? name2 ?? '';
      unread ??= unreadAddresses(markdown);
      const given = unread.get(name.toLowerCase());
      // that line is told by its own marks
      if (given !== undefined && TOLD.test(given)) continue;
      yield {
        code: 'link-undefined',
        ...placeInBody(body, start + index),
        message: given
          ? `The address in the line "[${name}]: ${shorten(given)}" cannot be read.`
          : `The link's address "[${name}]" is given nowhere.`,
        fix: `${given ? 'Write it' : 'Add a line'} "[${name}]: https://…", or write [words](address).`,
      };
    }
  }
}

/** What stands after a name in a line that was to give its address and is words to a reader. */
function unreadAddresses({ all, body }: Markdown): Map<string, string> {
  return new Map(
    all('paragraph').flatMap(({ position }) => {
      const written = body.slice(position?.start.offset, position?.end.offset);
      return Array.from(
        written.matchAll(/^[ \t>]*\[([^[\]\\^]{1,100})\]:[ \t]*(.+)$/gm),
        ([, name = '', given = '']): [string, string] => [name.toLowerCase(), given],
      );
    }),
  );
}

/** The beginning of an address that `mark-link` tells, or of another program's braces. */
const TOLD = /^(?:https?:|\.{0,2}\/|\{[{%])/;

/** A cover whose text is the name of its file. */
export function* checkCoverAlt(article: ArticleFile): Generator<Problem> {
  const alt = article.data.image?.alt ?? '';
  if (!isImageName(alt)) return;
  const message = `"${alt}" names the image's file, not what it shows.`;
  const verdict = { code: 'image-alt', message, fix: 'Write what it shows.' };
  yield problemAt(article, 'image.alt', verdict);
}

/** Images of the text without a text of their own, for those who cannot see them. */
export function* checkAlt({ all }: Markdown): Generator<Finding> {
  for (const node of [...all('image'), ...all('imageReference')]) {
    const alt = (node.alt ?? '').trim();
    const [size] = /\|\d+(?:x\d+)?$/.exec(alt) ?? [];
    if (size !== undefined) {
      yield {
        code: 'image-size',
        severity: 'warning',
        ...placeOf(node),
        message: `"${size}" is Obsidian's size of a picture, which would be read out here.`,
        fix: 'Remove it: a page knows how large it is.',
      };
    }
    if (alt !== '' && !isImageName(alt)) continue;
    yield {
      code: 'image-alt',
      ...placeOf(node),
      message:
        alt === ''
          ? 'The image has no text for those who cannot see it.'
          : `"${alt}" names the image's file, not what it shows.`,
      fix: 'Write what it shows: ![what it shows](file).',
    };
  }
}
