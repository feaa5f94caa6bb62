import sharp from 'sharp';

/*
 * A small publication with every kind of page and of state: two storylines, one closed; three
 * authors; tags of every group; corrections; pictures; entries that are withdrawn, expire, are still
 * to come; pages of the owner's; lists so short that they have numbered pages.
 */

/** The moment at which it is built. */
export const SMALL_NOW = '2024-06-15T12:00:00Z';

const CONFIG = `import { defineSite } from '../record/site.ts';

export default defineSite({
  name: 'River Gazette',
  tagline: 'What happens on the river.',
  description: 'A record of the river, its bridges and its boats.',
  url: 'https://river.example/news/',
  locale: 'en-GB',
  zone: 'Europe/Vienna',
  desk: 'desk',
  email: 'mistakes@river.example',
  identity: { domain: 'river.example', year: 2023 },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  counts: { home: 3, page: 2, related: 2 },
  vocabulary: 'closed',
  feeds: { site: 6, section: 4 },
  security: { contact: 'mailto:security@river.example', expires: '2027-10-31' },
  articles: { minorWords: 6 },
});
`;

/** What an article of it says; the rest is made up from its number. */
interface Entry {
  day: string;
  tags: string[];
  storyline?: string;
  more?: string[];
  body?: string;
}

const ENTRIES: readonly Entry[] = [
  { day: '2022-03-01', tags: ['north', 'bridges'], storyline: 'old-bridge' },
  { day: '2022-05-09', tags: ['north', 'bridges'], storyline: 'old-bridge' },
  {
    day: '2022-09-20',
    tags: ['bridges'],
    storyline: 'old-bridge',
    more: ['authors: [ada, ben]', 'kind: analysis'],
  },
  { day: '2023-01-11', tags: ['bridges', 'council'], storyline: 'old-bridge' },
  { day: '2023-02-02', tags: ['north', 'boats'], storyline: 'ferry', more: ['authors: [ada]'] },
  {
    day: '2023-04-14',
    tags: ['boats', 'council'],
    storyline: 'ferry',
    more: [
      'compiled: 2023-04-20',
      'updatedDate: 2023-06-01',
      'image: { src: ./picture.png, alt: A ferry, caption: The ferry, credit: Ada }',
    ],
    body: 'A paragraph with a <Term id="weir">weir</Term>.\n\n![The ferry again](./picture.png)',
  },
  {
    day: '2023-07-01',
    tags: ['boats'],
    storyline: 'ferry',
    more: [
      'corrections:',
      '  - { date: 2023-07-05, text: We miscounted., was: three boats, now: four boats }',
      '  - { date: 2023-08-05T10:00Z, text: We misread a date. }',
    ],
    body: 'There were four boats.[^1]\n\n[^1]: And *one* more.',
  },
  {
    day: '2023-11-30T09:10:00+01:00',
    tags: ['council', 'north'],
    more: [
      'keyFacts:',
      '  - { label: What, text: A vote }',
      '  - { label: Rests on, text: The minutes }',
      'figure: { value: "12", label: votes }',
    ],
  },
  {
    day: '2024-01-15',
    tags: ['north', 'council', 'boats'],
    more: [
      'sources:',
      '  - { id: minutes, type: official, title: Minutes, publisher: The council, date: 2024-01, lang: de, url: "https://council.example/minutes", archive: "https://archive.example/1" }',
      '  - { title: A letter, publisher: A reader }',
      'aliases: [/2024/old-name/]',
    ],
    body: 'The minutes say so.<Cite id="minutes" />\n\n## A heading\n\nMore.\n\n## Another\n\nThe end.',
  },
  { day: '2024-02-20', tags: ['boats'], more: ['kind: opinion', 'expires: 2024-12-31'] },
  {
    day: '2024-03-03',
    tags: ['bridges'],
    more: ['withdrawn: { date: 2024-04-01, reason: It was not so. }'],
  },
  {
    day: '2024-05-05',
    tags: ['north', 'bridges'],
    more: ['figure: { value: "7", label: piers }'],
    body: 'Numbers.\n\n<Chart type="bar" caption="Piers" data={[{ label: "A", value: 3 }, { label: "B", value: 4 }]} />',
  },
  { day: '2024-06-01', tags: ['council'], storyline: 'ferry', more: ['authors: [ben]'] },
  { day: '2024-07-01', tags: ['boats'] },
];

function articleFile({ day, tags, storyline, more = [], body }: Entry, i: number): string {
  return [
    '---',
    `title: Headline ${i}`,
    `description: Standfirst ${i}.`,
    `pubDate: ${day}`,
    `number: ${day.slice(2, 4)}-${i + 1}`,
    `tags: [${tags.join(', ')}]`,
    ...(storyline === undefined ? [] : [`storyline: ${storyline}`]),
    ...more,
    '---',
    '',
    body ?? `The text of entry ${i}.`,
    '',
  ].join('\n');
}

/** Its files, by path. */
export async function smallPublication(): Promise<Record<string, string | Uint8Array>> {
  const picture = (width: number) =>
    sharp({ create: { width, height: 60, channels: 3, background: '#98101a' } })
      .png()
      .toBuffer();
  return {
    ...Object.fromEntries(
      ENTRIES.map((entry, i) => [
        `content/articles/${entry.day.slice(0, 4)}/entry-${i}.mdx`,
        articleFile(entry, i),
      ]),
    ),
    'content/articles/2023/picture.png': await picture(90),
    'content/articles/2023/other.png': await picture(120),
    'src/publication/site.config.ts': CONFIG,
    'content/tags.yaml': `north: { name: The north, group: place, description: Upstream., synonyms: [upstream] }
bridges: { name: Bridges, group: topic, description: What crosses it., aliases: [/topics/spans/] }
boats: { name: Boats, group: topic, description: What goes on it. }
council: { name: The council, group: body, description: Who decides. }
`,
    'content/authors/desk.yaml': 'name: The river desk\n',
    'content/authors/ada.yaml':
      'name: Ada Example\nsortName: Example, Ada\nrole: Reporter\nbio: Ada writes.\nemail: ada@river.example\nurl: https://ada.example/\n',
    'content/authors/ben.yaml': 'name: Ben Example\n',
    'content/storylines/old-bridge.yaml':
      'name: The old bridge\ndescription: How it went.\nshort: It went.\nstatus: closed\nclosed: 2023-02-01\n',
    'content/storylines/ferry.yaml':
      'name: The ferry\ndescription: How it comes.\nshort: It comes.\n',
    'content/glossary.yaml':
      'weir: { name: Weir, text: A low wall across a river., synonyms: [dam], tags: [north] }\nfurt: { name: Furt, text: A ford., lang: de }\n',
    'content/pages/about.mdx':
      '---\ntitle: About\ndescription: What this is.\n---\n\nThere are {props.entries} entries.\n',
    'content/pages/policies.mdx':
      '---\ntitle: Policies\ndescription: How we work.\n---\n\nWe correct.\n',
  };
}
