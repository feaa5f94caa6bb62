import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentsOf } from '../../../../src/record/text.ts';
import { compileText } from '../../../support/compile.ts';

/** What the compiler makes of the value of a prop in braces. */
async function propOf(expression: string): Promise<unknown> {
  const { tree, problems } = await compileText(
    `<Chart type="bar" caption="c" data={[{ label: "x", value: 1 }]} note={${expression}} />\n`,
  );
  const [instance] = componentsOf(tree);
  return problems.length > 0
    ? problems.map(({ code }) => code)
    : Reflect.get(instance?.props ?? {}, 'note');
}

describe('values in braces', () => {
  test.each(['"text"', "'text'", '`text`'])('%s is text', async (expression) => {
    expect(await propOf(expression)).toBe('text');
  });

  test.each([
    'name',
    'f()',
    '1 + 1',
    '`a ${b}`',
    '/x/',
    '10n',
    '() => 1',
    'new Date()',
    'a.b',
    'this',
    'await x',
  ])('%s is code', async (expression) => {
    expect(await propOf(expression)).toEqual(['article-code']);
  });

  test.each([
    '[{ label: "x", ...more }]',
    '[{ [label]: "x", value: 1 }]',
    '[{ get label() { return "x" }, value: 1 }]',
    '[, 1]',
    '[...rows]',
    '[{ label, value: 1 }]',
  ])('%s is code', async (data) => {
    const { problems } = await compileText(`<Chart type="bar" caption="c" data={${data}} />\n`);
    expect(problems.map(({ code }) => code)).toEqual(['article-code']);
  });

  test('whatever JSON holds comes through as it is', async () => {
    const rows = fc.array(
      fc.record({
        // of texts, blanks at either end are dropped
        label: fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
          .map((label) => label.trim())
          .filter((label) => label !== ''),
        value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (data) => {
        const { tree, problems } = await compileText(
          `<Chart type="bar" caption="c" data={${JSON.stringify(data)}} />\n`,
        );
        expect(problems).toEqual([]);
        expect(componentsOf(tree)[0]?.props).toMatchObject({ data });
      }),
      { numRuns: 100 },
    );
  });

  test('a key of the language itself is a key like any other, and unknown', async () => {
    const { problems } = await compileText(
      '<Chart type="bar" caption="c" data={[{ label: "x", value: 1, __proto__: { value: 2 } }]} />\n',
    );
    expect(problems).toHaveLength(1);
  });
});
