import { fileProblem, type Problem } from '../record/problem.ts';

/** What makes an SVG more than a picture, wherever it stands; names may have a prefix. */
const CODE: readonly [pattern: RegExp, what: string, fix?: string][] = [
  [/<(?:[^\s<>/:"'=]+:)?script\b/i, 'a script'],
  [/<(?:[^\s<>/:"'=]+:)?foreignObject\b/i, 'a foreignObject'],
  [/<(?:[^\s<>/:"'=]+:)?(?:iframe|object|embed)\b/i, 'another page in it'],
  [/w3\.org\/1999\/xhtml/i, 'HTML in it'],
  [/<!ENTITY\b|&(?!(?:amp|lt|gt|quot|apos);)[a-z]\w*;/i, 'an entity'],
  // a set of declarations may give any element an attribute
  // @example <!DOCTYPE svg [<!ENTITY x "…">]>, but not <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "…">
  [
    /<!DOCTYPE(?!\s+[\w:.-]+\s*(?:(?:PUBLIC\s*(?:"[^"<>]*"|'[^'<>]*')|SYSTEM)\s*(?:"[^"<>]*"|'[^'<>]*')\s*)?>)/i,
    'declarations of its own',
  ],
  [/<\?xml-stylesheet\b/i, 'a stylesheet beside it'],
  [
    /<\?xml\s[^<>]*\bencoding\s*=\s*["'](?!(?:utf-?8|us-ascii)["'])/i,
    'another encoding than UTF-8',
    'Save it as UTF-8, and say so in its first line.',
  ],
  [/@import\b|url\(\s*(?:["']\s*)?(?:https?:)?\/\//i, 'a style from another host'],
];

/**
 * A comment, unread text, an instruction, or a tag up to its end.
 * @example <!-- … -->, <![CDATA[ … ]]>, <?xml … ?>, <path d="M0 0>1"
 */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<[^\s<>/!?](?:[^>"']|"[^"]*"|'[^']*')*/g;
const ATTRIBUTE = /(?<=[\s"'/])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Attributes that hold an address, or what an animation makes of one. */
const ADDRESS = /^(?:(?!xmlns:)[^:]+:)?(?:href|src|data|base)$|^(?:to|from|by|values)$/i;

/** What of `public/` runs in readers' browsers is pointed out: whoever reviews it reviews code. */
export function checkPublicCode(file: string, text: string): Problem[] {
  if (/\.html?$/i.test(file) && !/<script\b/i.test(text)) return [];
  return [
    fileProblem(file, {
      code: 'public-code',
      severity: 'warning',
      message: 'The file is published as it is, and its code runs in the browsers of readers.',
      fix: 'Leave it if somebody who reads code has read it.',
    }),
  ];
}

/** Files in which programs keep what nobody else is to know. */
const SECRET =
  /(?:^|\/)(?:\.env(?:\.[^/]+)?|\.(?:git|svn|hg|ssh|aws)\/.+|\.(?:npmrc|netrc|htpasswd|pgpass)|id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:p12|pfx|key|kdbx))$/i;

/** What of `public/` is not for all, and would be published with it: one word for each folder. */
export function checkSecrets(files: readonly string[]): Problem[] {
  const told = new Set<string>();
  return files.flatMap((file) => {
    if (!SECRET.test(file)) return [];
    const [folder = file] = /^.*?\/\.(?:git|svn|hg|ssh|aws)(?=\/)/i.exec(file) ?? [];
    if (told.has(folder)) return [];
    told.add(folder);
    return [
      fileProblem(folder, {
        code: 'public-secret',
        message:
          'Everybody could read it on the site, and such files hold what nobody else is to know.',
        fix: 'Take it out of public/.',
      }),
    ];
  });
}

/** What a page imports runs where the site is built. */
export function checkPageCode(file: string, text: string): Problem[] {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => /^import\s/.test(one)) + 1;
  if (line === 0) return [];
  return [
    fileProblem(file, {
      code: 'page-code',
      severity: 'warning',
      line,
      message: 'The page imports code, which runs where the site is built.',
      fix: 'Leave it if somebody who reads code has read it.',
    }),
  ];
}

/** SVG files of `public/` are served as they are: they draw and do nothing else. */
export function checkSvg(file: string, text: string): Problem[] {
  const say = (before: string, message: string, fix: string): Problem => {
    const lines = before.split('\n');
    const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    return { code: 'svg-unsafe', severity: 'error', file, ...place, field: '', message, fix };
  };
  // browsers would read another text than is read here
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  const broken = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffd]/);
  if (broken !== -1) {
    const message =
      'The SVG has a character that cannot be read; it is not in UTF-8, or was damaged.';
    return [say(text.slice(0, broken), message, 'Save it as UTF-8.')];
  }
  const remove = 'Remove it: an SVG of this site only draws.';
  const plain = decoded(text, /^(?:#|quot|apos)/);
  return [
    ...CODE.flatMap(([pattern, what, fix = remove]): Problem[] => {
      const match = pattern.exec(plain);
      return match ? [say(plain.slice(0, match.index), `The SVG has ${what}.`, fix)] : [];
    }),
    ...[...inAttributes(text)].map(([what, index]) =>
      say(text.slice(0, index), `The SVG has ${what}.`, remove),
    ),
  ];
}

/** What attributes hold that does more than draw, and where each kind of it stands first. */
function inAttributes(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const { 0: tag, index } of text.matchAll(MARKUP)) {
    if (/^<[!?]/.test(tag)) continue;
    for (const match of tag.matchAll(ATTRIBUTE)) {
      const [, name = '', ...values] = match;
      const what = doesMore(name, values.find((value) => value !== undefined) ?? '');
      if (what !== undefined && !found.has(what)) found.set(what, index + match.index);
    }
  }
  return found;
}

function doesMore(name: string, value: string): string | undefined {
  if (/^on[a-z]+$/i.test(name)) return 'an event handler';
  if (/srcdoc$/i.test(name)) return 'a page in an attribute';
  if (!ADDRESS.test(name)) return undefined;
  // browsers pass over these in an address
  const address = decoded(value, /^/).replace(/[\t\n\r]/g, '');
  if (/(?:^|;)\s*javascript:/i.test(address)) return 'a "javascript:" address';
  if (/^\s*data:(?!image\/(?:png|jpe?g|gif|webp|avif)[;,])|;\s*data:/i.test(address)) {
    return 'a "data:" address that is no picture';
  }
  if (/(?:^|;)\s*(?:https?:|[/\\]{2})/i.test(address)) return 'something from another host';
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Characters by number and by name, as a browser reads them; only those whose reference begins so. */
function decoded(text: string, which: RegExp): string {
  return text.replace(
    /&(#x([0-9a-f]{1,6})|#(\d{1,7})|amp|lt|gt|quot|apos);/gi,
    (whole, reference: string, hex?: string, decimal?: string) => {
      if (!which.test(reference)) return whole;
      const named = NAMED[reference];
      if (named !== undefined) return named;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
