import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

/*
 * Every small edit that a writer may make of a content: each field of each file changed to another
 * value or taken out, a text continued, a file renamed or deleted, and the clock moved.
 */

/** An edit of the files of a publication; of its clock, when `now` is given. */
export interface Edit {
  what: string;
  /** What to write; `undefined` deletes. */
  files: Record<string, string | Uint8Array | undefined>;
  now?: string;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Values that must stay one of a few, or of a form, by the name of their field. */
const OTHER: Readonly<Record<string, (value: string) => string>> = {
  ...Object.fromEntries(
    ['pubDate', 'compiled', 'updatedDate', 'expires', 'date', 'closed'].map((name) => [
      name,
      nextDay,
    ]),
  ),
  kind: (value) => (value === 'opinion' ? 'explainer' : 'opinion'),
  status: (value) => (value === 'open' ? 'closed' : 'open'),
  group: (value) => (value === 'place' ? 'topic' : 'place'),
  type: (value) => (value === 'law' ? 'court' : 'law'),
  storyline: (value) => (value === 'ferry' ? 'old-bridge' : 'ferry'),
  authors: (value) => (value === 'ben' ? 'desk' : 'ben'),
  tags: (value) => (value === 'boats' ? 'bridges' : 'boats'),
  number: (value) => value.replace(/\d+$/, (n) => String(Number(n) + 50)),
  src: (value) => (value.includes('picture') ? './other.png' : './picture.png'),
  lang: (value) => (value === 'fr' ? 'zh-Hans' : 'fr'),
  url: (value) => `${value}/other`,
  archive: (value) => `${value}/other`,
  email: (value) => `other-${value}`,
  aliases: (value) => value.replace(/\/$/, '-other/'),
  value: (value) => `${value}0`,
};

function nextDay(value: string): string {
  const day = new Date(Date.parse(value.slice(0, 10)) + 86_400_000).toISOString().slice(0, 10);
  return day + value.slice(10);
}

/** All edits of a publication, in a fixed order. */
export function allEdits(files: Files): Edit[] {
  return [
    ...Object.entries(files).flatMap(([path, text]) =>
      typeof text !== 'string' || !path.startsWith('content/') ? [] : editsOf(path, text),
    ),
    {
      what: 'other bytes in an image',
      files: { 'content/articles/2023/picture.png': files['content/articles/2023/other.png'] },
    },
    { what: 'a future entry appears', files: {}, now: '2024-07-02T00:00:00Z' },
    { what: 'an entry expires', files: {}, now: '2025-01-02T00:00:00Z' },
    { what: 'an entry is not withdrawn yet', files: {}, now: '2024-03-20T00:00:00Z' },
    { what: 'long ago', files: {}, now: '2022-06-01T00:00:00Z' },
  ];
}

function editsOf(path: string, text: string): Edit[] {
  if (path.endsWith('.yaml')) {
    return fieldEdits(path, text).map(({ what, text }) => ({ what, files: { [path]: text } }));
  }
  const [, front = '', body = ''] = /^---\n(.*?)---\n(.*)$/s.exec(text) ?? [];
  const edits = fieldEdits(path, front).map(({ what, text }) => ({
    what,
    files: { [path]: `---\n${text}---\n${body}` },
  }));
  const longer = { what: `${path}: text`, files: { [path]: `${text}\nOne *more* thing.\n` } };
  if (!path.startsWith('content/articles/')) return [...edits, longer];
  const added = ['draft: true', 'expires: 2023-12-31', 'storyline: old-bridge', 'authors: [ada]'];
  return [
    ...edits,
    longer,
    ...added
      .filter((line) => !front.includes(line.split(':')[0] ?? ''))
      .map((line) => ({
        what: `${path}: ${line}`,
        files: { [path]: text.replace('\npubDate', `\n${line}\npubDate`) },
      })),
    {
      what: `${path}: renamed`,
      files: { [path]: undefined, [path.replace(/entry-(\d+)/, 'renamed-$1')]: text },
    },
    { what: `${path}: deleted`, files: { [path]: undefined } },
  ];
}

/** Each value changed, and each taken out. */
function fieldEdits(path: string, yaml: string): { what: string; text: string }[] {
  return places(parseDocument(yaml).contents).flatMap((place) => {
    const what = `${path}: ${place.join('.')}`;
    const without = parseDocument(yaml);
    without.deleteIn(place);
    const edits = [{ what: `${what} taken out`, text: String(without) }];
    const changed = parseDocument(yaml);
    const value = changed.getIn(place);
    if (isPlain(value)) {
      const name = String(place.findLast((key) => typeof key === 'string'));
      const other = OTHER[name] ?? ((text: string) => `${text} indeed`);
      changed.setIn(place, other(String(value)));
      edits.push({ what: `${what} changed`, text: String(changed) });
    }
    return edits;
  });
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Paths of all values, however deep. */
function places(node: Node | null, at: (string | number)[] = []): (string | number)[][] {
  const inner = isMap(node)
    ? node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value] as const)
    : isSeq(node)
      ? node.items.map((value, i) => [i, value] as const)
      : [];
  return [
    ...(at.length === 0 ? [] : [at]),
    ...inner.flatMap(([key, value]) => places(value as Node | null, [...at, key])),
  ];
}
