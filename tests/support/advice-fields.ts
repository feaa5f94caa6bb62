import type { Advice } from './advice.ts';
import { type Copy, pathOf } from './copy.ts';
import { KNOWN, some } from './known-values.ts';

const last = (field: string) => String(pathOf(field).at(-1));
const set = (copy: Copy, field: string, value: unknown) =>
  copy.fields((fields) => fields.setIn(pathOf(field), value));
const get = (copy: Copy, field: string): string => {
  let value: unknown;
  copy.fields((fields) => {
    value = fields.getIn(pathOf(field));
  });
  return String(value);
};
const drop = (copy: Copy, field: string) => copy.fields((fields) => fields.deleteIn(pathOf(field)));
const known = (field: string) =>
  KNOWN[last(field)] ?? KNOWN[last(field.replace(/\[\d+\]$/, ''))] ?? 'words';

/** What to do with a field, and with a file as a whole. */
export const FIELDS: readonly Advice[] = [
  [
    /here is "(.*)"\. Write "---" in place of it/,
    (copy) => {
      copy.line = '---';
    },
  ],
  [
    /There is no field "(.+?)"\. Did you mean ".+", which is there too\? Keep one/,
    (copy, { field }, key = '') =>
      copy.fields((fields) => fields.deleteIn([...pathOf(field.slice(0, -key.length)), key])),
  ],
  [
    /There is no field "published"\. Write "draft: true" in place/,
    (copy) => copy.swap('published: false', 'draft: true'),
  ],
  [
    /Write them apart: \[(.*)\]/,
    (copy, { field }, ids = '') =>
      copy.fields((fields) => fields.setIn(pathOf(field.replace(/\[\d+\]$/, '')), ids.split(', '))),
  ],
  // which fields there are
  [
    /no frontmatter\. Begin it with a line "---", the fields, and another/,
    (copy) => copy.insert('---\nkind: report\n---\n', 0),
  ],
  [/above the fields is missing\. Write it on the first line/, (copy) => copy.insert('---\n', 0)],
  [
    /Remove this line, and the one that closes it/,
    (copy) => {
      copy.text = copy.text.replace(/^`{3,}.*\n([\s\S]*?\n---\n)`{3,}\n/, '$1');
    },
  ],
  [
    /frontmatter is never closed/,
    (copy) => {
      copy.text = /\n\n/.test(copy.text.trimEnd())
        ? copy.text.replace('\n\n', '\n---\n\n')
        : `${copy.text.trimEnd()}\n---\nText.\n`;
    },
  ],
  [
    /begin with the file\. Remove what stands before/,
    (copy) => {
      copy.text = copy.text.replace(/^[\s\S]*?(?=---)/, '');
    },
  ],
  [
    /Write "---" there and below the fields/,
    (copy) => {
      copy.text = copy.text.replaceAll('—', '---');
    },
  ],
  [
    /(?:TOML|JSON).*Write its fields as "name: value"/,
    (copy) => {
      copy.text = copy.text
        .replace(/^(?:\+\+\+|[{}]$)/gm, '---')
        .replace(/^(\w+) = /gm, '$1: ')
        .replace(/^ {2}"(\w+)": (".*?"),?$/gm, '$1: $2');
    },
  ],
  [/The field is missing or empty\. Add "/, (copy, { field }) => set(copy, field, known(field))],
  [
    /The item is empty\. Fill it in/,
    (copy, { field }) => set(copy, field, /^tags/.test(field) ? 'china' : known(field)),
  ],
  [
    /There is no field "(.+?)"\. Did you mean "(.+)"\?/,
    (copy, _, old = '', now) => copy.swap(old, now ?? ''),
  ],
  [
    /There is no field "(.+?)"\. Write a space after the colon: "(.+)"/,
    (copy, _, old = '', now) => copy.swap(old, now ?? ''),
  ],
  [
    /There is no field "(.+?)"\. Remove it/,
    (copy, { field }, key = '') =>
      copy.fields((fields) => fields.deleteIn([...pathOf(field.slice(0, -key.length)), key])),
  ],
  [
    /There is no (?:tag|author|storyline) "(.*?)"\. Did you mean "(.+)"\?/,
    (copy, { field }, _old, now) => set(copy, field, now),
  ],
  [/There is no tag ".*"\. Name one of those in/, (copy, { field }) => set(copy, field, 'banks')],
  [
    /There is no (?:author|storyline) ".*"\. Name one of those in/,
    (copy, { field }) => drop(copy, field),
  ],
  [
    /There is no tag "(.*?)"\. Add it to content\/tags\.yaml/,
    (copy, _, id) => {
      copy.others['content/tags.yaml'] = `${id}: { name: A name, description: About it. }\n`;
    },
  ],
  [
    /There is no author "(.*?)"\. Add it to (content\S+)\.$/,
    (copy, _, _id, path = '') => {
      copy.others[path] = 'name: A name\n';
    },
  ],
  [/is not one of .*\. Did you mean "(.+)"\?/, (copy, { field }, now) => set(copy, field, now)],
  [/is not one of .*\. Use one of them/, (copy, { field }) => set(copy, field, known(field))],
  [/must be true or false\. Write one of them/, (copy, { field }) => set(copy, field, true)],
  [
    /where a list belongs\. Write (\[.*?\])/,
    (copy, { field }, list = '') =>
      copy.fields((fields) => fields.setIn(pathOf(field), list.slice(1, -1).split(', '))),
  ],
  [
    /where a list belongs\. Write a line with "- " for each.*Its fields are (.*)\.$/,
    (copy, { field }, names = '') => set(copy, field, [some(names)]),
  ],
  [
    /where fields belong\. Write \{ src: (.*), alt: (.*) \}\.$/,
    (copy, { field }, src, alt) => set(copy, field, { src, alt }),
  ],
  [
    /where fields belong\. Write each.*Its fields are (.*)\.$/,
    (copy, { field }, names = '') => set(copy, field, some(names)),
  ],
  [
    /is a (?:list|group of fields) where text belongs\. Write one text/,
    (copy, { field }) => set(copy, field, known(field)),
  ],
  // what stands in them
  [/Write it as (\d{4}-\d\d-\d\d)(?: or|\.$)/, (copy, { field }, now) => set(copy, field, now)],
  [/Write (\d{4}-\d\d-\d\d(?:T\S+)?)\.$/, (copy, { field }, now) => set(copy, field, now)],
  [/Write it as "2018", "2018-08" or/, (copy, { field }) => set(copy, field, '2018')],
  [
    /has a time but no zone\. Add "Z"/,
    (copy, { field }) => set(copy, field, `${get(copy, field)}Z`),
  ],
  [
    /is not a (?:day|time|year|month).*\. Correct it\.$/,
    (copy, { field }) => set(copy, field, known(field)),
  ],
  [/Write "number: (.+)" again/, (copy, { field }, now) => set(copy, field, now)],
  [/The docket number .* Remove the line/, (copy, { field }) => drop(copy, field)],
  [/docket number\. Write (?:it as )?(.+)\.$/, (copy, { field }, now) => set(copy, field, now)],
  [
    /(?:The next free number of the year is|If it was never published, use) (.+)\.$/,
    (copy, { field }, now) => set(copy, field, now),
  ],
  [
    /is empty\. (?:Write (?:something|an id) here|Name an author)/,
    (copy, { field }) =>
      set(
        copy,
        field,
        /^tags/.test(field) ? 'china' : /^authors/.test(field) ? ['ada'] : known(field),
      ),
  ],
  [/Shorten it\.$/, (copy, { field }) => set(copy, field, known(field))],
  [/Use one such as "en"/, (copy, { field }) => set(copy, field, 'en')],
  [
    /^The image "(.*?)" is not beside the article\. (?:Put the file there|Did you mean)/,
    (copy, { field }) => set(copy, field || fail(), '../2018/cover.png'),
  ],
  [
    /(?:word ".*" stands twice|Type it again without it|Type the whole one|line break\. Write the text on one line|Write the words alone|Finish the sentence|Say what is different|names the image's file.*Write what it shows\.)/,
    (copy, { field, file, line }) => {
      if (!/^\w/.test(field)) fail();
      set(
        copy,
        field,
        `${last(field) === 'alt' ? 'A map' : `Other words ${file.replace(/\W+/g, ' ')}`} ${line}`,
      );
    },
  ],
  [/stands twice in the list\. Remove one/, (copy, { field }) => drop(copy, field)],
  [
    /Two sources have the id "(.+)"\. Give one of them another/,
    (copy, { field }, id) => set(copy, field, `${id}-2`),
  ],
  [
    /has no id, so.*Add "id: …" and cite it with (<Cite id=")…(" \/>)/,
    (copy, { field }, open, close) => {
      set(copy, `${field}.id`, 'own');
      copy.text = `${copy.text.trimEnd()}${open}own${close}\n`;
    },
  ],
  [
    /is never cited\. Put (<Cite .* \/>) after what rests on it/,
    (copy, _, cite) => {
      copy.text = `${copy.text.trimEnd()}${cite}\n`;
    },
  ],
  [
    /is not a web address\. Use one|is not complete\. Write it as|"http" twice\. Remove one|your own computer\. Use its public address/,
    (copy, { field }) => {
      if (!/^\w/.test(field)) fail();
      set(
        copy,
        field,
        get(copy, field)
          .replace(/^https:\/\/(?=https:)/, '')
          .replace(/^(?!https:\/\/\w).*$/, 'https://example.org/page'),
      );
    },
  ],
  [
    /in the future\. Write the day on which it happened|is before .*\. Correct (?:one of the two|the date)|below the others, or correct the date|comes out on .*correct the date/,
    (copy, { field }) =>
      set(
        copy,
        field,
        /pubDate/.test(field) ? '2018-08-24' : /^comp/.test(field) ? '2018-08-25' : '2026-11-22',
      ),
  ],
  [/is withdrawn on .*or correct the date/, (copy, { field }) => set(copy, field, '2018-09-02')],
  [
    /Quote the words exactly as they now stand/,
    (copy, { field }) => set(copy, field, /^---\s+(.+?)\.$/m.exec(copy.text)?.[1]),
  ],
  [
    /The article still says "(.*?)", .*Correct that place too/,
    (copy, _, was = '') => {
      const [head, ...lines] = copy.text.split('\n');
      copy.text = [
        head,
        ...lines.map((line) =>
          /^corrections|^ +- \{/.test(line) ? line : line.replaceAll(was, 'other words'),
        ),
      ].join('\n');
    },
  ],
  [
    /Write what it says instead, or leave "was" and "now" out/,
    (copy, { field }) => {
      drop(copy, field);
      drop(copy, field.replace(/now$/, 'was'));
    },
  ],
  [
    /Write the old path alone, such as "(.+)"/,
    (copy, { field, line, file }, path = '') =>
      set(copy, field, path.replace('old-name', `${file.replace(/\W+/g, '-')}-${line}`)),
  ],
  [/Remove it here\.$/, (copy, { field }) => drop(copy, field)],
  // where the file lies
  [
    /Move it to (content\S+?\/)(?:, or|\.$)/,
    (copy, { file }, folder) => {
      copy.path = `${folder}${file.split('/').at(-1)}`;
    },
  ],
  [
    /(?:Move it to (?:content\S+\/)?|Name it )(\S+\.mdx)[.:]/,
    (copy, { file, fix }, name = '') => {
      copy.path = /Move it to (content\S+)\.$/.exec(fix)?.[1] ?? file.replace(/[^/]+$/, name);
    },
  ],
  [
    /Name it with small letters, digits and hyphens/,
    (copy, { file }) => {
      copy.path = file.replace(/[^/]+(?=\.mdx)/, 'a-name');
    },
  ],
  [
    /Save its text as Markdown, in (\S+\.mdx)\.$/,
    (copy, { file }, name) => {
      copy.path = file.replace(/[^/]+$/, name ?? '');
      copy.text =
        '---\ntitle: From Word\ndescription: Saved as text.\npubDate: 2018-08-24\nnumber: 18-901\n---\n\nText.\n';
    },
  ],
];

function fail(): never {
  throw new Error('of the text');
}
