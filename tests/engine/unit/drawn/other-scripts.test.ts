import { existsSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { Project } from '../../../support/project.ts';

/** Fonts that a machine for tests has: tests/tools/programs.mjs. */
const FONTS = {
  arabic: '/usr/share/fonts/truetype/noto/NotoNaskhArabic-Bold.ttf',
  japanese: '/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc',
} as const;

const projects: Project[] = [];
afterAll(() => {
  for (const project of projects) project.remove();
});

function projectOf(name: keyof typeof FONTS): Project {
  const project = Project.of(name);
  projects.push(project);
  return project;
}

test.each(['arabic', 'japanese'] as const)(
  'an owner is told once that no font has the letters of %s, and what to do',
  async (name) => {
    const { output } = await projectOf(name).command('check');
    expect(output.match(/No font has/g)).toHaveLength(1);
    expect(output).toMatch(
      name === 'arabic'
        ? /title: No font has "[^"]+", so the social cards of this article and 2 more show no headline/
        : /or type "npm install @expo-google-fonts\/noto-sans-jp"/,
    );
  },
);

const there = (Object.keys(FONTS) as (keyof typeof FONTS)[]).filter((name) =>
  existsSync(FONTS[name]),
);

test.each(there)('a font of the owner’s sets cards and charts in %s', async (name) => {
  const project = projectOf(name);
  const file = `src/publication/fonts/drawn/own.${FONTS[name].slice(-3)}`;
  project.write({ [file]: readFileSync(FONTS[name]) });
  expect((await project.command('check')).output).not.toContain('No font has');
  project.write({
    'src/cli/said.ts': `import { now } from '../content/clock.ts';
import { readSnapshot } from '../content/snapshot.ts';
import { voiceOf } from '../i18n/index.ts';
import { cardContent } from '../outputs/images/card.ts';
import { drawCard } from '../outputs/images/card-drawing.ts';
import { chartImage } from '../outputs/images/chart-svg.ts';
import site from '../publication/site.config.ts';
import { root } from './paths.ts';

const { archive } = await readSnapshot(root, site, now());
for (const article of archive.articles) {
  const card = cardContent(article, site);
  const isWhole = drawCard(card, archive.palette.inks).includes('</svg>');
  const chart = article.chart && chartImage(article.chart, voiceOf(site), archive.palette.inks);
  console.log(JSON.stringify([article.title, card.name, card.headline, isWhole, chart !== undefined]));
}
`,
  });
  const { output } = await project.run('said');
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown[]);
  expect(lines).toHaveLength(3);
  for (const [title, name, headline, isWhole, hasChart] of lines) {
    expect(headline).toBe(title);
    expect(name).not.toContain('.example');
    expect([isWhole, hasChart]).toEqual([true, true]);
  }
});
