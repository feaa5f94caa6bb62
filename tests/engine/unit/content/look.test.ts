import { expect, test } from 'vitest';
import { checkFiles, lines } from '../checks/desk.ts';

const SKIN =
  ':root { --paper: light-dark(#fff, #111); --ink: light-dark(#111, #eee); --soft: #777; --rule: #888; --line: #777; --red: light-dark(#a00, #f99); }\n';

async function said(tokens: string): Promise<string[]> {
  const { problems } = await checkFiles({
    'src/ui/skins/plain.css': SKIN,
    'src/ui/skins/night.css': SKIN,
    'src/publication/tokens.css': tokens,
  });
  return lines(problems).filter((line) => line.includes('tokens.css'));
}
const IMPORT = '@import "../ui/skins/plain.css";\n';

test('a look that can be drawn and read is right', async () => {
  expect(await said(`${IMPORT}:root { --soft: #666f }\n`)).toEqual([
    'src/publication/tokens.css:1:1 --soft: #666f on #111 has a contrast of 3.3 in the dark scheme, and many readers need 4.5. Choose colours that are further apart. (warning)',
  ]);
  expect(await said(`${IMPORT}:root { --soft: light-dark(#666, #999) }\n`)).toEqual([]);
});

test.each([
  [
    '@import "../ui/skins/nite.css";\n',
    'src/publication/tokens.css:1:1 There is no skin "../ui/skins/nite.css". Name one of "../ui/skins/night.css", "../ui/skins/plain.css".',
  ],
  ['', 'src/publication/tokens.css:1:1 There is no colour --paper. Give it one, such as #e8efdd.'],
  [
    `${IMPORT}/* --ink: red */\n:root { --ink: oklch(20% 0 0) }\n`,
    'src/publication/tokens.css:3:1 --ink: Cards, icons and the browser\'s own bars cannot be drawn in "oklch(20% 0 0)". Write it in hexadecimal digits, as src/ui/skins/ has colours. (warning)',
  ],
])('what is wrong with the tokens %j is told', async (tokens, sentence) => {
  expect(await said(tokens)).toContain(sentence);
});

test('a font that pages name and that is not there is told', async () => {
  const { problems } = await checkFiles({
    'src/ui/skins/plain.css': SKIN,
    'src/publication/tokens.css': IMPORT,
    'src/publication/fonts.css': '',
    'src/publication/fonts/besley.woff2': '',
    'src/publication/fonts/newsreader.woff2': '',
  });
  expect(lines(problems)).toContain(
    'src/publication/fonts/newsreader-italic.woff2:1:1 The file is not there, and pages ask for it. Put your font there under this name.',
  );
});
