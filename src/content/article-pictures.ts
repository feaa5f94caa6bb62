import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { nearest } from '../lib/text.ts';
import { isMarkdown } from '../markdown/scope.ts';
import { type ArticleFile, isArticleName, placeOfField } from '../record/article-file.ts';
import type { Picture } from '../record/picture.ts';
import type { Problem } from '../record/problem.ts';
import type { FileDigests } from './file-digests.ts';
import { isOurs, isSpeltSo, listFiles } from './files.ts';
import { keepJson, readKeptJson } from './kept.ts';
import {
  type KnownPictures,
  LOCATED,
  type Measured,
  measurePicture,
  type Refusal,
} from './pictures.ts';

/** Measures the images of an article that are files beside it. */
export async function loadPictures(
  root: string,
  { file, data, places, images }: ArticleFile,
  known: KnownPictures,
  digests: FileDigests,
): Promise<{ pictures: Record<string, Picture>; problems: Problem[] }> {
  const pictures: Record<string, Picture> = {};
  const problems: Problem[] = [];
  const covers = (['src', 'dark'] as const).flatMap((name) => {
    const [target, field] = [data.image?.[name], `image.${name}`];
    const [line, column] = placeOfField(places, field);
    return target === undefined ? [] : [{ target, line, column, field }];
  });
  const references = [...covers, ...images.map((reference) => ({ ...reference, field: '' }))];
  for (const { target, ...place } of references) {
    // readers get a link to it; archives have many at old addresses
    const isRemote = isMarkdown(file) ? /^https?:\/\//i : /^https:\/\//i;
    if (isRemote.test(target) || pictures[target]) continue;
    const measured = await measureTarget(root, file, target, known, digests);
    if ('picture' in measured) {
      pictures[target] = measured.picture;
      continue;
    }
    const { code, what, fix } = withNearest(measured.refused, root, file, target);
    const message = `The image "${target.length > 80 ? `${target.slice(0, 77)}…` : target}" ${what}.`;
    const photo = code === LOCATED && { photo: foundAt(root, target, file) };
    problems.push({ code, severity: 'error', file, ...place, message, fix, ...photo });
  }
  return { pictures, problems };
}

async function measureTarget(
  root: string,
  file: string,
  target: string,
  known: KnownPictures,
  digests: FileDigests,
): Promise<Measured> {
  if (target === '') {
    const what = 'has no address';
    return { refused: { code: 'image-missing', what, fix: 'Write one, or remove the image.' } };
  }
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) {
    return {
      refused: {
        code: 'image-unsafe',
        what: 'is neither a file beside the article nor an https address',
        fix: 'Put the file beside the article and name it.',
      },
    };
  }
  return measurePicture(root, foundAt(root, target, file), known, digests);
}

/** Where an image lies: beside the article, or in a folder that articles share; empty where it is nowhere. */
function foundAt(root: string, target: string, file: string): string {
  const places = imagePaths(target, file).map((path) => asStored(root, path));
  return places.find((path) => isThere(root, path)) ?? '';
}

/** Whether a file is there under this very name. */
function isThere(root: string, path: string): boolean {
  if (!existsSync(join(root, path)) || !isOurs(root, path)) return false;
  // a disk that does not know it in other letters knows it in these; to list its folder takes longer
  const name = basename(path);
  const others = [path.slice(0, -name.length) + turned(name), turned(path)];
  return !others.some((other) => existsSync(join(root, other))) || isSpeltSo(root, path);
}

/** A text with small letters for capitals, and capitals for small letters. */
function turned(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    letter < 'a' ? letter.toLowerCase() : letter.toUpperCase(),
  );
}

/** A path as the disk has it: a Mac may have stored its letters decomposed. */
function asStored(root: string, path: string): string {
  if (/^[\x20-\x7e]*$/.test(path) || existsSync(join(root, path))) return path;
  return (
    [path.normalize('NFC'), path.normalize('NFD')].find((one) => existsSync(join(root, one))) ??
    path
  );
}

/** A missing file may be one that is there, misspelt. */
function withNearest(refused: Refusal, root: string, file: string, target: string): Refusal {
  const [path] = imagePaths(target, file);
  if (refused.code !== 'image-missing' || path === undefined || target === '') return refused;
  if (target.includes('\\')) {
    return {
      ...refused,
      fix: `Write "${target.replaceAll('\\', '/')}", and see that the file is there.`,
    };
  }
  const folder = dirname(path);
  const there = listFiles(root, folder, '')
    .filter((other) => dirname(other) === folder && !isArticleName(other))
    .map((other) => basename(other));
  const meant = nearest(basename(target), there, distance);
  return meant === undefined
    ? refused
    : { ...refused, fix: `Did you mean "${target.slice(0, -basename(target).length)}${meant}"?` };
}

/**
 * Paths from the root at which an image named in an article may lie: beside the article, or below
 * `content/`, `content/images/` or `public/`. One that would leave those is nowhere.
 */
function imagePaths(target: string, file: string): string[] {
  const below = (base: string): string => {
    try {
      return decodeURIComponent(new URL(target, `file:///${base}`).pathname).slice(1);
    } catch {
      return '';
    }
  };
  const shared = below('').replace(/^images\//, '');
  const paths = target.startsWith('/')
    ? [`${SHARED}/${shared}`, `content/${below('')}`, `public/${below('')}`]
    : [below(file), `${SHARED}/${shared}`];
  // a name with a sign of addresses in it: pic#1.png, 100%.png
  if (/[#?%]/.test(target) && !target.startsWith('/')) paths.push(join(dirname(file), target));
  return paths.filter((path) => /^(?:content|public)\/./.test(path) && !path.includes('/../'));
}

/** Where images lie that articles share. */
const SHARED = 'content/images';

/** What is kept of images: what one version of the code and its decoder found out. */
interface Kept {
  pipeline: string;
  known: [string, Measured][];
}

/**
 * What earlier checks found out about images.
 * @param pipeline digest of the code that measures: what other code found is found anew
 */
export function readKnown(root: string, pipeline: string): KnownPictures {
  const kept = readKeptJson(knownPath(root)) as Kept | undefined;
  return new Map(kept?.pipeline === pipeline ? kept.known : []);
}

/** Keeps what is known of images for the next check. */
export function saveKnown(root: string, pipeline: string, known: KnownPictures): void {
  if (known.size === 0) return;
  keepJson(knownPath(root), { pipeline, known: [...known] } satisfies Kept);
}

function knownPath(root: string): string {
  return join(root, '.cache', 'articles', 'pictures.json');
}
