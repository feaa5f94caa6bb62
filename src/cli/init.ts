import './mistakes.ts';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { now } from '../content/clock.ts';
import { checkContent } from '../content/content.ts';
import { listAll } from '../content/files.ts';
import { dayOf } from '../lib/dates.ts';
import { isShipped, ownNames, SKINS, type Start, startFiles } from '../outputs/start.ts';
import site from '../publication/site.config.ts';
import { USUAL_ADDRESSES } from '../record/address-names.ts';
import { keyOf } from '../record/article-file.ts';
import {
  defineSite,
  PUBLISHERS,
  type Publisher,
  publisherKind,
  VOICES,
  type Voice,
} from '../record/site.ts';
import { Asker } from './ask.ts';
import { root } from './paths.ts';
import { fail, readArguments } from './say.ts';

/*
 * `npm run init`: makes this repository a publication of one's own. It clears what the publication
 * that ships brought, and leaves a small true start.
 */

const USAGE =
  'npm run init -- --name NAME --url https://example.org/ --author NAME [--locale en-GB] [--zone Europe/London] [--email you@example.org] [--skin plain] [--voice plain] [--publisher person] [--pattern /{year}/{slug}/] [--names own]';
const value = { type: 'string' } as const;
const { values: flags } = readArguments(
  {
    options: {
      name: value,
      url: value,
      author: value,
      locale: value,
      zone: value,
      email: value,
      skin: value,
      voice: value,
      publisher: value,
      pattern: value,
      names: value,
    },
  },
  USAGE,
);

const strangers = await notShipped();
if (strangers.length > 0) fail(`${strangers.join('\n')}\nNothing was changed.`);

const asker = new Asker();
const needed = (what: string) => (text: string) =>
  text === '' ? `The ${what} is missing.\n${USAGE}` : undefined;
const one = (field: 'url' | 'locale' | 'zone' | 'email', usual: string) => (text: string) =>
  mistake({ [field]: text || usual });
const name = await decide('name', 'Name of the publication: ', needed('name'));
const url = await decide('url', 'Its address, such as https://example.org/: ', (text) =>
  text === '' ? `The address is missing.\n${USAGE}` : mistake({ url: withSlash(text) }),
);
const author = await decide('author', 'Who writes it: ', needed("author's name"));
const host = new URL(withSlash(url)).hostname;
const usual: Omit<Start, 'name' | 'url' | 'author' | 'publisher'> = {
  locale: 'en-GB',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  email: `post@${host}`,
  skin: 'plain',
  voice: 'plain',
  pattern: USUAL_ADDRESSES.articles,
  names: 'usual',
};
const locale = await decide('locale', `Language (${usual.locale}): `, one('locale', usual.locale));
const zone = await decide('zone', `Time zone (${usual.zone}): `, one('zone', usual.zone));
const email = await decide(
  'email',
  `Where readers write to (${usual.email}): `,
  one('email', usual.email),
);
const skin = await decide('skin', `Look, of ${SKINS.join(', ')} (${usual.skin}): `, (text) =>
  text === '' || SKINS.includes(text)
    ? undefined
    : `There is no look "${text}". Use one of ${SKINS.join(', ')}.`,
);
const said = await decide('voice', `Voice, of ${VOICES.join(', ')} (${usual.voice}): `, (text) =>
  text === '' || isVoice(text)
    ? undefined
    : `There is no voice "${text}". Use one of ${VOICES.join(', ')}.`,
);
const voice = isVoice(said) ? said : usual.voice;
const usualPublisher = publisherKind({ voice, publisher: undefined });
const publisher = await decide(
  'publisher',
  `Who publishes, of ${PUBLISHERS.join(', ')} (${usualPublisher}): `,
  (text) =>
    text === '' || isPublisher(text)
      ? undefined
      : `There is no publisher "${text}". Use one of ${PUBLISHERS.join(', ')}.`,
);
const pattern = await decide('pattern', `Addresses of articles (${usual.pattern}): `, (text) =>
  mistake({ addresses: { articles: text || usual.pattern } }),
);
const own = Object.values(ownNames(locale || usual.locale));
// others are sent on as %E8%A9%B1…
const usualNames = own.every((name) => /^[a-z0-9-]*$/.test(name)) ? 'own' : 'usual';
const names =
  own.length === 0
    ? 'usual'
    : await decide(
        'names',
        `Pages at ${own.join(', ')}, or as usual at topics, …: own, usual (${usualNames}): `,
        (text) =>
          ['', 'own', 'usual'].includes(text) ? undefined : `"${text}" is neither own nor usual.`,
      );
asker.close();

const start: Start = {
  name,
  url: withSlash(url),
  author,
  locale: locale || usual.locale,
  zone: zone || usual.zone,
  email: email || usual.email,
  skin: skin || usual.skin,
  voice,
  publisher: isPublisher(publisher) ? publisher : usualPublisher,
  pattern: pattern || usual.pattern,
  names: names || usualNames,
};
const files = startFiles(start, dayOf(now(), start.zone), (path) =>
  readFileSync(join(root, path), 'utf8'),
);
// from here on nothing can be wrong with what was answered
for (const folder of ['content', 'tests/publication']) {
  for (const path of listAll(join(root, folder)).map((path) => `${folder}/${path}`)) {
    if (isShipped(path)) rmSync(join(root, path));
  }
  removeEmpty(join(root, folder));
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
console.log(`${name} begins. Next:
  npm start                   builds it and shows it at http://127.0.0.1:4321/
  npm run new -- "Headline"   begins an article; content/README.md says how to write one
  npm run test:content        looks over what you wrote
Its facts are in src/publication/site.config.ts, its look in src/publication/tokens.css, its mark in public/mark.svg.`);

function isVoice(text: string): text is Voice {
  return VOICES.some((voice) => voice === text);
}

function isPublisher(text: string): text is Publisher {
  return PUBLISHERS.some((publisher) => publisher === text);
}

/** What of the content is not that which ships, a sentence each. */
async function notShipped(): Promise<string[]> {
  const { shipped } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    shipped?: string;
  };
  if (site.identity.domain !== shipped) {
    return [
      `This repository is "${site.name}" already: its identity is ${site.identity.domain}. Change it in src/publication/ and content/.`,
    ];
  }
  const { files, ledger } = await checkContent(root, site, now());
  const own = files.filter(
    (file) => ledger.articles[keyOf(file)]?.source !== file.fingerprint?.source,
  );
  const changed = own.map(
    ({ file }) => `${file} is not as it came with the engine. Keep a copy elsewhere and remove it.`,
  );
  return [...changed, ...uncommitted()];
}

/** Files of the owner's house that were changed since the last commit; none where there is no git. */
function uncommitted(): string[] {
  try {
    const said = execFileSync(
      'git',
      ['status', '--porcelain', '--', 'content', 'src/publication', 'public', 'README.md'],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return said
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `${line.slice(3)} is not committed. Commit it, or take it back with git.`);
  } catch {
    return [];
  }
}

/** Removes folders in which nothing is left. */
function removeEmpty(folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries) if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** A flag's value, or an answer from the terminal; what is wrong with a flag ends the command. */
async function decide(
  flag: keyof typeof flags,
  question: string,
  judge: (answer: string) => string | undefined,
): Promise<string> {
  const answer = flags[flag] ?? (await asker.ask(question, judge));
  const wrong = judge(answer);
  return wrong === undefined ? answer : fail(wrong);
}

/** What is wrong with a fact, as the configuration would say it. */
function mistake(facts: Partial<Parameters<typeof defineSite>[0]>): string | undefined {
  try {
    defineSite({ ...site, ...facts });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^\S+: /, '') : String(error);
  }
}

function withSlash(url: string): string {
  return /^https?:\/\//.test(url) ? url.replace(/\/*$/, '/') : url;
}
