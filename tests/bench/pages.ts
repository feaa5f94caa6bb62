import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveSite } from '../../src/cli/server.ts';
import { JUDGED_KINDS, type Judgement, openLighthouse } from '../support/lighthouse.ts';
import { runNode } from '../support/project.ts';
import { launchChromium } from '../tools/chromium.ts';
import { type KindOfPage, pageKinds } from '../tools/page-kinds.ts';
import { describeMachine, type Machine, thisMachine } from './machine.ts';
import { figure, markdownTable } from './markdown-table.ts';
import { OUTPUT_OPTIONS, putOut } from './output.ts';
import { PARTS, type PageWeight, weighPage } from './page-weight.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const OUT = '.cache/bench/site';

/** What was found out about a page. */
interface PageResult extends KindOfPage {
  weight: PageWeight;
  judgement?: Judgement;
}

/**
 * `npm run bench -- pages`: builds the content that ships and says of every kind of page what it
 * weighs, and of four what Lighthouse thinks.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OUTPUT_OPTIONS });
  const machine = thisMachine();
  const { code, output } = await runNode([join(root, 'src', 'cli', 'build.ts')], root, {
    SITE_NOW: new Date().toISOString(),
    SITE_OUT: OUT,
  });
  if (code !== 0) throw new Error(`The site does not build:\n${output}`);
  const dir = join(root, OUT);
  const served = await serveSite({ dir, port: 0 });
  try {
    const pages = await judge(await weigh(pageKinds(dir), served.url), served.url);
    putOut({ machine, pages }, pagesReport(machine, pages), values);
  } finally {
    await served.close();
  }
  return 0;
}

async function weigh(kinds: readonly KindOfPage[], url: string): Promise<PageResult[]> {
  const browser = await launchChromium();
  try {
    const pages: PageResult[] = [];
    for (const page of kinds) {
      pages.push({ ...page, weight: await weighPage(browser, url + page.path) });
    }
    return pages;
  } finally {
    await browser.close();
  }
}

async function judge(pages: readonly PageResult[], url: string): Promise<PageResult[]> {
  const lighthouse = await openLighthouse();
  try {
    const judged: PageResult[] = [];
    for (const page of pages) {
      const wanted = JUDGED_KINDS.includes(page.kind);
      judged.push(wanted ? { ...page, judgement: await lighthouse.judge(url + page.path) } : page);
    }
    return judged;
  } finally {
    await lighthouse.close();
  }
}

function pagesReport(machine: Machine, pages: readonly PageResult[]): string {
  const kilobytes = (bytes: number) => figure(bytes / 1024);
  const rows = pages.map(({ kind, weight: { requests, parts }, judgement }) => [
    kind,
    figure(requests, 0),
    ...PARTS.map((part) => `${kilobytes(parts[part].raw)} / ${kilobytes(parts[part].brotli)}`),
    kilobytes(PARTS.reduce((sum, part) => sum + parts[part].brotli, 0)),
    ...[
      judgement?.performance,
      judgement?.accessibility,
      judgement?.bestPractices,
      judgement?.seo,
    ].map((score) => figure(score, 0)),
  ]);
  const head = [
    'page',
    'requests',
    ...PARTS,
    'together',
    'performance',
    'accessibility',
    'best practices',
    'SEO',
  ];
  return [
    `${describeMachine(machine)} KB as written / over the wire (brotli); scores of Lighthouse as a phone.`,
    markdownTable(head, rows),
    ...pages.flatMap(({ kind, judgement }) =>
      (judgement?.faults ?? []).map((fault) => `${kind} loses points: ${fault}`),
    ),
  ].join('\n\n');
}
