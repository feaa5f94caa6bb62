import { Memo } from '../../src/content/memo.ts';
import { FeedSource } from '../../src/outputs/feeds/feed-item.ts';
import type { Archive } from '../../src/record/archive.ts';
import type { Article } from '../../src/record/article.ts';
import type { Picture } from '../../src/record/picture.ts';
import type { Text } from '../../src/record/text.ts';
import { archiveOf } from './article.ts';
import { compiledArticle } from './text.ts';

/** Characters that have broken feeds elsewhere. */
export const HARD_TEXT = ']]> & &amp; <b> "007" \'1e5\' $& $1 👩🏽‍⚖️ שלום العربية 中国 𠮷 é';

/** Everything that an article may hold, and every character that breaks feeds. */
export const TORTURE = `First the characters: ]]\\> & &amp; \\$& \\$1 👩🏽‍⚖️ 中国 𠮷, a control\u0008 character and an escape\u001b, a lost letter\ufffd and no letter\u{1ffff}.<Cite id="one" />[^a] <span lang="ar" dir="rtl">العربية من اليمين</span>, <abbr title="One & <two>">O2</abbr>, <kbd>Ctrl</kbd>, H<sub>2</sub>O, <del>old</del> <ins>new</ins>.

## A heading with \`code\` & an *ampersand*

1. First
   - nested once
     - nested twice, [a link](../2018/other.mdx#p2) and [another](/topics/)
2. Second, [at home](#a-heading-with-code--an-ampersand), [away](https://example.org/a?b=1&c=2), [by mail](mailto:a@example.org)

- [x] done
- [ ] not done

| Left | Middle | Right |
| :--- | :----: | ----: |
| \`<td>\` | **bold** | 1,000 |
| &nbsp; | [link](https://example.org/t) | ~~9~~ |

\`\`\`js
const a = "<script>alert(1)</script>" && '&amp;'; // ]]>
\`\`\`

> A quotation of two
>
> paragraphs.

![A drawing & its "alt"](drawing.png)

<details>
<summary>More to open</summary>

Hidden until opened, with a note.[^b]

</details>

<Note title="An insertion">

Inside the brackets, [with a link](https://example.org/n).

- and a list

</Note>

<Figure caption="A drawing" src="drawing.png" alt="What is drawn" credit="Somebody" note="Small print." />

<Figure caption="A table of things">

| A | B |
|---|---|
| 1 | 2 |

</Figure>

<Figure caption="Elsewhere" src="https://example.org/picture.jpg" alt="A picture elsewhere" />

<Chart type="bar" caption="Bars & more" data={[{ label: "One <1>", value: 1.5 }, { label: "Minus", value: -2, atLeast: true }]} unit="bn" note="Bars note." />

<Chart type="line" caption="A line" data={[{ label: "2018", value: 1 }, { label: "2019", value: 4 }]} />

<Chart type="dot" caption="Coins" data={[{ label: "things", value: 12, atLeast: true }]} mark="struck" />

<Timeline caption="What came when" events={[{ date: "2018-08-24", text: "First." }, { date: "2019", text: "Then.", href: "https://example.org/then" }]} />

<PullQuote by="A judge" cite="one">

It is what it is.

</PullQuote>

<Embed href="https://example.org/doc?a=1&b=2" title="A document" publisher="An office" text="What is in it." type="official" />

The <Term id="token">token</Term> again, with the first note.[^a]

[^a]: A note with a [link](https://example.org/note), \`code\` and a citation.<Cite id="two" />
[^b]: Another note.

    With two paragraphs.
`;

export const DRAWING: Picture = {
  file: 'content/articles/2018/drawing.png',
  digest: '0123456789',
  name: 'drawing',
  width: 1600,
  height: 900,
  alpha: false,
};

/** A record of one article that has everything. */
export async function tortureSource(): Promise<{
  source: FeedSource;
  archive: Archive;
  article: Article;
  text: Text;
}> {
  const { article, text } = await compiledArticle(TORTURE, {
    title: `Torture: ${HARD_TEXT}</b> <br/> &#8; &nbsp;`,
    description: `Standfirst: ${HARD_TEXT}`,
    slug: 'v1.10.everything',
    number: '18-31',
    authors: ['007', 'second'],
    tags: ['1.10', 'r-and-d'],
    storyline: 'story',
    image: { src: 'drawing.png', alt: 'Cover & "alt"', credit: '007', caption: 'Cover caption' },
    pictures: { 'drawing.png': DRAWING },
    keyFacts: [{ label: 'What & how', text: HARD_TEXT }],
    sources: [
      {
        id: 'one',
        title: 'Title ]]> & one',
        publisher: 'Publisher',
        url: 'https://example.org/?a=1&b=2',
        date: '2018-08',
        lang: 'zh-Hans',
      },
      { id: 'two', title: 'Two', publisher: 'Other', archive: 'https://archive.example/2' },
    ],
    corrections: [
      { date: '2018-09-01', text: 'It said 007.', was: '<b>1e5</b>', now: '1e5 & more' },
    ],
  });
  const archive = archiveOf([article], {
    authors: new Map([
      ['007', { name: '007' }],
      ['second', { name: 'R & D <second>' }],
    ]),
    tags: new Map([
      [
        '1.10',
        { name: '1.10', group: 'topic' as const, description: 'Version & more', synonyms: [] },
      ],
      ['r-and-d', { name: 'R&D', group: 'topic' as const, description: '', synonyms: [] }],
    ]),
  });
  const source = new FeedSource({ archive, text: () => text, memo: new Memo() });
  return { source, archive, article, text };
}
