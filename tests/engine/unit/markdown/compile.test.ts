import { describe, expect, test } from 'vitest';
import ar from '../../../../src/i18n/languages/ar.ts';
import { componentsOf } from '../../../../src/record/text.ts';
import { runsOf } from '../../../../src/ui/components/article/runs.ts';
import { compileText, htmlOf } from '../../../support/compile.ts';

describe('paragraphs', () => {
  test('are numbered through the article, linked, and know their heading', async () => {
    const { paragraphs, headings, tree } = await compileText(
      'One.\n\n## The order\n\nTwo.\n\n- a list\n\nThree.\n',
    );
    expect(paragraphs).toEqual([
      { n: 1, text: 'One.', heading: '' },
      { n: 2, text: 'Two.', heading: 'the-order' },
      { n: 3, text: 'Three.', heading: 'the-order' },
    ]);
    expect(headings).toEqual([{ depth: 2, id: 'the-order', text: 'The order', paragraph: 2 }]);
    expect(htmlOf(tree)).toContain(
      '<p id="p2"><a class="para" href="#p2" aria-label="Paragraph 2">2</a> Two.</p>',
    );
  });

  test('within a note, a quotation or a list item have no number', async () => {
    const { paragraphs } = await compileText(
      '> Quoted.\n\n<Note title="N">\n\nNoted.\n\n</Note>\n\n- item\n\n  more\n\nCounted.\n',
    );
    expect(paragraphs.map(({ text }) => text)).toEqual(['Counted.']);
  });

  test('that begin in a script from right to left say so, others do not', async () => {
    const { tree } = await compileText(
      '> العملات الرقمية ليست نقودا.\n\nThe word عملة is Arabic.\n',
    );
    expect(htmlOf(tree)).toContain('<p dir="rtl">العملات');
    expect(htmlOf(tree).match(/dir=/g)).toHaveLength(1);
  });

  test('words of a language that runs the other way say so', async () => {
    const { tree } = await compileText(
      'He said <span lang="ar">العملات</span>, <span lang="fr">non</span>.\n',
    );
    expect(htmlOf(tree)).toContain('<span lang="ar" dir="rtl">العملات</span>, <span lang="fr">non');
    const arabic = await compileText('قال <span lang="en">"no"</span>.\n', {}, { lang: 'ar' });
    expect(htmlOf(arabic.tree)).toContain('<span lang="en" dir="ltr">“no”</span>');
  });

  test('of a tight list say so at their item, where its mark stands', async () => {
    const { tree } = await compileText('- عملة\n- coin\n- [x] عملة\n');
    expect(htmlOf(tree)).toContain('<li dir="rtl" id="p0-1">عملة</li>');
    expect(htmlOf(tree)).toContain('<li id="p0-2">coin</li>');
    expect(htmlOf(tree)).toContain('<li class="task" dir="rtl" id="p0-3"><input');
  });

  test('are followed by items of lists, in a series of their own', async () => {
    const { tree, paragraphs } = await compileText(
      'One.\n\n- a\n  - b\n\n1. c\n\nTwo.\n\n<Note title="N">\n\n- d\n\n</Note>\n',
    );
    expect(htmlOf(tree).match(/(?<=<li id=")[^"]+/g)).toEqual(['p1-1', 'p1-2', 'p1-3', 'p2-1']);
    expect(paragraphs).toHaveLength(2);
  });

  test('an image alone is none, an image in a sentence is part of one', async () => {
    const { paragraphs } = await compileText('![A map](map.png)\n\nSee ![a](b.png) here.\n');
    expect(paragraphs).toHaveLength(1);
  });

  test('headings of one name, and of a name that the page uses, get ids of their own', async () => {
    const { headings } = await compileText(
      '## Sources\n\n## Twice\n\n## Twice\n\n## 中文\n\n## …\n',
    );
    const ids = headings.map(({ id }) => id);
    expect(ids).toEqual(['section-sources', 'twice', 'twice-1', '中文', 'section-1']);
  });
});

describe('notes', () => {
  const body =
    'First[^b], second[^a], first again[^b].\n\nLater[^a].\n\n[^a]: Note *A*.\n[^b]: Note B.\n';

  test('are lettered in the order of their first mark and know their paragraph', async () => {
    const { notes, tree } = await compileText(body);
    expect(notes.map(({ n, paragraph, text }) => ({ n, paragraph, text }))).toEqual([
      { n: 1, paragraph: 1, text: 'Note B.' },
      { n: 2, paragraph: 1, text: 'Note A.' },
    ]);
    const marks = [...htmlOf(tree).matchAll(/id="(fnref-[\d-]+)" href="(#fn-\d)"[^>]*>(\w)</g)];
    expect(marks.map(([, id, href, letter]) => `${letter} ${id} ${href}`)).toEqual([
      'a fnref-1 #fn-1',
      'b fnref-2 #fn-2',
      'a fnref-1-2 #fn-1',
      'b fnref-2-2 #fn-2',
    ]);
  });

  test('are counted in the letters of their language', async () => {
    const { letters } = ar.words.signs;
    const { notes, tree } = await compileText(body, {}, { letters });
    expect(htmlOf(tree)).toMatch(/id="fnref-2"[^>]*>ب</);
    expect(htmlOf(notes[1]?.tree ?? [])).toContain('aria-label="Back to note ب"');
  });

  test('link back to every mark', async () => {
    const { notes } = await compileText(body);
    const back = [...htmlOf(notes[0]?.tree ?? []).matchAll(/class="back" href="([^"]+)"/g)];
    expect(back.map(([, href]) => href)).toEqual(['#fnref-1', '#fnref-1-2']);
  });

  test('may cite, may have links defined elsewhere, and may have notes themselves', async () => {
    const { notes, citations } = await compileText(
      'Text[^a].\n\n[^a]: See [it][x].<Cite id="law" /> And[^b].\n[^b]: Deep.\n\n[x]: /about/\n',
      { sourceIds: ['law'] },
    );
    expect(notes.map(({ text }) => text)).toEqual(['See it. And.', 'Deep.']);
    expect(htmlOf(notes[0]?.tree ?? [])).toContain('<a href="/about/">it</a>');
    expect(citations).toEqual([[1]]);
  });

  test('a mark without its note stays text', async () => {
    const { notes, text } = await compileText('Text[^nowhere].\n');
    expect(notes).toEqual([]);
    expect(text).toBe('Text[^nowhere].');
  });
});

describe('citations', () => {
  test('have the number of their source and are collected by paragraph', async () => {
    const { tree, citations, paragraphs } = await compileText(
      'One.<Cite id="b" />\n\nTwo.<Cite id="a" /><Cite id="b" /> Two again.<Cite id="b" />\n',
      { sourceIds: ['a', undefined, 'b'] },
    );
    expect(citations).toEqual([[2], [], [1, 2]]);
    expect(htmlOf(tree)).toContain('One.<a class="citation" href="#s3">[3]</a>');
    // marks are no words of the text
    expect(paragraphs[0]?.text).toBe('One.');
  });

  test('in a figure or a list belong to the paragraph before it', async () => {
    const { citations } = await compileText(
      'One.\n\n- item<Cite id="a" />\n\nTwo.\n\n<Figure caption="C">\n\n| x |\n| - |\n| y<Cite id="b" /> |\n\n</Figure>\n',
      { sourceIds: ['a', 'b'] },
    );
    expect(citations).toEqual([[1], [2]]);
  });
});

describe('the tree', () => {
  test('components stand in it, with props checked and children compiled', async () => {
    const { tree, exhibits } = await compileText(
      'One.\n\n<Note title="What a block does">\n\nIt *stops*.\n\n</Note>\n\nTwo.\n\n<Chart type="bar" caption="Share" data={[{ label: "Sep", value: 75.5 }]} unit="%" />\n\n<Figure caption="A table">\n\n| a |\n| - |\n| b |\n\n</Figure>\n',
    );
    const elements = tree.filter(({ type }) => type !== 'text');
    expect(elements.map((node) => ('name' in node ? node.name : node.type))).toEqual([
      'element',
      'Note',
      'element',
      'Chart',
      'Figure',
    ]);
    const [note, chart, figure] = componentsOf(tree);
    expect(note).toMatchObject({
      props: { title: 'What a block does', id: 'note-1' },
    });
    expect(htmlOf(note?.children ?? [])).toContain('<p>It <em>stops</em>.</p>');
    expect(chart?.props).toMatchObject({ letter: 'A', data: [{ label: 'Sep', value: 75.5 }] });
    expect(figure?.props).toEqual({ caption: 'A table', letter: 'B' });
    expect(exhibits).toEqual([
      { letter: 'A', caption: 'Share' },
      { letter: 'B', caption: 'A table' },
    ]);
  });

  test('a block written on one line is a block', async () => {
    const { tree, problems } = await compileText(
      '<PullQuote by="The court">No harm.</PullQuote>\n',
    );
    expect(problems).toEqual([]);
    expect(htmlOf(tree)).toBe('<PullQuote><p>No harm.</p></PullQuote>');
  });

  test('nothing of the text can pass for a component', async () => {
    const { tree } = await compileText('A \u0000 0 \u0000 &#0; B\n');
    expect(runsOf(tree)).toHaveLength(1);
  });

  test('table cells have classes for their alignment, code has classes for its colours', async () => {
    const { tree } = await compileText(
      '| a | b |\n| :-: | --: |\n| 1 | 2 |\n\n```js\nlet a = 1;\n```\n',
    );
    const html = htmlOf(tree);
    expect(html).toContain('class="al-c"');
    expect(html).toContain('class="al-r"');
    expect(html).not.toContain('style=');
    expect(html).toMatch(/<pre[^>]*>.*<span class=/s);
  });
});

describe('text', () => {
  test('is every block a line, with notes and without marks', async () => {
    const { text, words } = await compileText(
      '## Head\n\nA paragraph[^n].<Cite id="s" />\n\n- one\n- two\n\n| h | i |\n| - | - |\n| c | d |\n\n[^n]: A note.\n',
      { sourceIds: ['s'] },
    );
    expect(text.split('\n')).toEqual([
      'Head',
      'A paragraph.',
      'one',
      'two',
      'h',
      'i',
      'c',
      'd',
      'A note.',
    ]);
    expect(words).toBe(11);
  });

  test('a sentence with emphasis before a nested list is one block', async () => {
    const { text } = await compileText('- one *and* two\n  - three\n');
    expect(text.split('\n')).toEqual(['one and two', 'three']);
  });
});

describe('a page', () => {
  test('sets inner marks within its own around a quotation, and leaves code alone', async () => {
    const { tree } = await compileText('> The "shut" pier, `"x"`.\n\nThe "shut" pier.\n');
    const [html] = runsOf(tree, { quotes: ['“', '”', '‘', '’'] });
    expect(html).toContain('The ‘shut’ pier, <code>"x"</code>');
    expect(html).toContain('The “shut” pier');
  });

  test('ends the lines of Chinese headings between words', async () => {
    const { tree } = await compileText('## 北码头冬季*关闭*\n\n北码头冬季关闭。\n');
    const [html] = runsOf(tree, { locale: 'zh-CN' });
    expect(html).toMatch(/码头<wbr>冬季<em>关闭/);
    expect(html).toContain('北码头冬季关闭。');
  });
});

describe('links', () => {
  test.each([
    ['../2017/seven-agencies.mdx', '/sub/2017/seven-agencies/'],
    ['other.mdx#p3', '/sub/2018/other/#p3'],
    ['/about/', '/sub/about/'],
    ['#p2', '#p2'],
    ['https://example.org/a b', undefined],
    ['https://example.org/ä?q=%20', 'https://example.org/%C3%A4?q=%20'],
    ['//example.org/', 'https://example.org/'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ])('%s', async (target, href) => {
    const { tree, problems } = await compileText(`[x](${target})\n`, {}, { base: '/sub/' });
    expect(/<a href="([^"]*)">x/.exec(htmlOf(tree))?.[1]).toBe(href);
    expect(problems).toEqual([]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'JaVaScript:x', 'slug'])(
    '%s is refused',
    async (target) => {
      const { tree, problems } = await compileText(`See\n[x](${target}).\n`);
      expect(htmlOf(tree)).not.toContain(target);
      expect(problems).toMatchObject([{ severity: 'error', line: 2, column: 1 }]);
    },
  );
});

describe('problems', () => {
  test.each([
    ['{1 + 1}', 1, 1, 'article-code'],
    ['import x from "y"', 1, 1, 'article-code'],
    ['Text\n\n<Nope />', 3, 1, 'element-unknown'],
    ['Text <Chart type="bar" caption="c" data={[]} />', 1, 6, 'component-place'],
    ['<Chart type="bar" caption="c" data={rows} />', 1, 1, 'article-code'],
    ['<Note title="x" colour="red">\n\nText.\n\n</Note>', 1, 1, 'prop-unknown'],
    ['<Note title="x" title="y">\n\nText.\n\n</Note>', 1, 1, 'prop-twice'],
    ['<Note title="x" />', 1, 1, 'component-empty'],
    ['A.\n\nB.<Cite id="lwa" />', 3, 3, 'cite-unknown'],
    ['<Figure src="a.png" caption="c" />', 1, 1, 'prop-missing'],
    ['<span onclick="x">a</span>', 1, 1, 'attribute-unknown'],
    ['A <b', 1, 3, 'mdx'],
    ['<Note title="x">', 1, 1, 'mdx'],
    ['A { b', 1, 3, 'mdx'],
  ])('%s', async (body, line, column, code) => {
    const { problems } = await compileText(`${body}\n`, { sourceIds: ['law'] });
    expect(problems.map((problem) => [problem.code, problem.line, problem.column])).toEqual([
      [code, line, column],
    ]);
    expect(problems[0]?.message).toMatch(/\S/);
    expect(problems[0]?.fix).toMatch(/\S/);
  });

  test('comments are none', async () => {
    const { tree, problems } = await compileText('A {/* quiet */} b.\n\n{/* a line */}\n');
    expect(problems).toEqual([]);
    expect(htmlOf(tree)).not.toContain('quiet');
  });
});
