import { stringify } from 'yaml';
import { voiceOf } from '../i18n/index.ts';
import { asciiSlug, slugify } from '../lib/slug.ts';
import { FOLDERS, type FolderName, USUAL_ADDRESSES } from '../record/address-names.ts';
import type { Publisher, Voice } from '../record/site.ts';

/*
 * The files with which a publication begins: facts, look, mark, one article, a page, topics.
 */

/** The looks to choose from: files of `src/ui/skins/`. */
export const SKINS: readonly string[] = ['plain', 'ledger', 'night'];

/** What an owner answers. */
export interface Start {
  name: string;
  url: string;
  author: string;
  locale: string;
  zone: string;
  email: string;
  skin: string;
  voice: Voice;
  publisher: Publisher;
  /** The pattern of addresses of articles. */
  pattern: string;
  /** Whether pages have the `usual` names in addresses, or `own` ones in the publication's language. */
  names: string;
}

/** Names of folders in a language that are not the usual ones. */
export function ownNames(locale: string): Partial<Record<FolderName, string>> {
  const { places, feeds } = voiceOf({ locale, zone: 'UTC' }).t;
  const words = { ...places, authors: feeds.author, kinds: feeds.kind };
  return Object.fromEntries(
    FOLDERS.map((folder) => [folder, slugify(words[folder], locale)]).filter(
      ([folder, name]) => name !== USUAL_ADDRESSES[folder as FolderName],
    ),
  );
}

/** Whether a file belongs to the publication that ships, and goes when another begins. */
export function isShipped(path: string): boolean {
  if (path.startsWith('tests/publication/')) return !path.endsWith('.ts');
  return path.startsWith('content/') && path !== 'content/README.md';
}

/**
 * The files of a new publication, by path.
 * @param day on which it begins, `2026-11-22`
 * @param read gives the text of a file of the project
 */
export function startFiles(
  start: Start,
  day: string,
  read: (path: string) => string,
): Record<string, string> {
  const { start: words } = voiceOf(start).t;
  const names = { site: start.name, author: start.author };
  const author = slugify(start.author, start.locale) || 'author';
  const year = day.slice(0, 4);
  const page = (title: string, description: string, text: string) =>
    `---\n${stringify({ title, description }, { lineWidth: 0 })}---\n\n${text}\n`;
  return {
    'README.md': readme(start),
    // how the publication that ships writes is its own affair
    'content/README.md': `${read('content/README.md').split('\n## How we write')[0]?.trimEnd()}\n`,
    'package.json': renamed(read('package.json'), start),
    'public/mark.svg': MARK,
    'src/publication/site.config.ts': configuration(start, author, day),
    'src/publication/words.ts': WORDS,
    'src/publication/tokens.css': withSkin(read('src/publication/tokens.css'), start.skin),
    [`content/articles/${year}/${words.slug}.mdx`]: `---\n${stringify(
      {
        title: words.title,
        description: words.standfirst(names),
        pubDate: day,
        tags: [words.topicId],
      },
      { lineWidth: 0 },
    )}---\n\n${words.text}\n`,
    'content/pages/about.mdx': page(
      words.about,
      words.aboutDescription(names),
      `${words.aboutText(escaped(names))}

${words.write({ email: `[${start.email}](mailto:${start.email})` })}`,
    ),
    [`content/authors/${author}.yaml`]: stringify({ name: start.author }),
    'content/tags.yaml': stringify({
      [words.topicId]: {
        name: words.topic,
        group: 'topic',
        description: words.topicDescription(names),
      },
    }),
  };
}

/** Names as MDX has them: what begins tags, code and marks is said to be a letter. */
function escaped<Names extends Record<string, string>>(names: Names): Names {
  const letters = Object.entries(names).map(([key, text]) => [
    key,
    text.replace(/[\\`*_{}[\]<]|&(?=#?\w+;)/g, '\\$&'),
  ]);
  return Object.fromEntries(letters) as Names;
}

/** A publication's tokens with another skin. */
export function withSkin(tokens: string, skin: string): string {
  return tokens.replace(/(@import "\.\.\/ui\/skins\/)\w+/, `$1${skin}`);
}

function configuration(start: Start, author: string, day: string): string {
  const { tagline, description } = voiceOf(start).t.start;
  const names = { site: start.name, author: start.author };
  const host = new URL(start.url).hostname;
  const facts: [field: string, value: string][] = [
    ['name', quoted(start.name)],
    ['tagline', quoted(tagline(names))],
    ['description', quoted(description(names))],
    ['url', quoted(start.url)],
    ...addressFacts(start),
    ['locale', quoted(start.locale)],
    ['zone', quoted(start.zone)],
    ['voice', quoted(start.voice)],
    ['publisher', quoted(start.publisher)],
    ['desk', quoted(author)],
    ['email', quoted(start.email)],
    // the year of the day on which the domain was surely the owner's (RFC 4151)
    ['identity', `{ domain: ${quoted(host)}, year: ${day.slice(0, 4)} }`],
    ['licence', "{ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }"],
    ['counts', '{ home: 8, page: 50, related: 3 }'],
    ['vocabulary', "'open'"],
    ['feeds', '{ site: 50, section: 30 }'],
    ['hsts', '{ seconds: 300, subdomains: false, preload: false }'],
    [
      'security',
      `{ contact: ${quoted(`mailto:${start.email}`)}, expires: '${Number(day.slice(0, 4)) + 1}${day.slice(4, 8)}01' }`,
    ],
    ['articles', "{ description: 'first sentence', minorWords: 6 }"],
  ];
  const lines = facts.map(([field, value]) => {
    const line = `  ${field}: ${value},`;
    return line.length <= 100 || line.includes('\n') ? line : `  ${field}:\n    ${value},`;
  });
  return [
    "import { defineSite } from '../record/site.ts';",
    '',
    '/** The facts of this publication. Every field is explained in `src/record/site.ts`. */',
    'export default defineSite({',
    ...lines,
    '});',
    '',
  ].join('\n');
}

/** What of addresses is not as usual. */
function addressFacts({ pattern, names, locale }: Start): [field: string, value: string][] {
  const chosen = {
    ...(pattern !== USUAL_ADDRESSES.articles && { articles: pattern }),
    ...(names === 'own' && ownNames(locale)),
  };
  const lines = Object.entries(chosen).map(([field, name]) => `    ${field}: ${quoted(name)},\n`);
  return lines.length === 0 ? [] : [['addresses', `{\n${lines.join('')}  }`]];
}

/** A string as the project's formatter writes it. */
function quoted(text: string): string {
  const plain = JSON.stringify(text);
  return text.includes("'") ? plain : `'${plain.slice(1, -1).replaceAll('\\"', '"')}'`;
}

function renamed(text: string, { name }: Start): string {
  const { shipped: _before, ...fields } = JSON.parse(text) as Record<string, unknown>;
  return `${JSON.stringify({ ...fields, name: asciiSlug(name) || 'publication', description: name }, null, 2)}\n`;
}

function readme({ name }: Start): string {
  return `# ${name}

You need git and any Node from 20 on; the Node that the project runs on (24) comes through npm.

\`\`\`sh
npm ci && npm start    # builds the site and serves it at http://127.0.0.1:4321/
npm ci && npm test     # lint, types, unit tests, the built site, real browsers, real servers
\`\`\`

| to | see |
| --- | --- |
| write | \`content/README.md\`; \`npm run new -- "Headline"\` begins an article |
| change the facts, the menu, the front page | \`src/publication/site.config.ts\`; fields are explained in \`src/record/site.ts\` |
| change the look | \`src/publication/tokens.css\`, \`src/publication/fonts/\`, \`public/mark.svg\` |
| publish it | \`src/outputs/edge/README.md\` |
| know how it works | \`src/README.md\`, \`.github/CONTRIBUTING.md\`, \`src/CHANGELOG.md\` |
`;
}

/** No words of its own yet; `words` in the configuration names the file once there are some. */
const WORDS = `import type { Words } from '../i18n/language.ts';

/** What this publication says in words of its own, by the names of \`src/i18n/languages/en.ts\`. */
export default {} satisfies Words;
`;

/** A mark to be redrawn: a disc on its square. */
const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>rect{fill:#f6f6f4}circle{fill:#1b1b1b}@media(prefers-color-scheme:dark){rect{fill:#151515}circle{fill:#ececec}}</style><rect width="32" height="32"/><circle cx="16" cy="16" r="9"/></svg>\n';
