import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { launchChromium } from '../tools/chromium.ts';

/** The kinds of page that are judged, in alphabetical order. */
export const JUDGED_KINDS = ['article', 'home', 'storyline', 'topic'];

/** What Lighthouse says of a page, as a phone on a slow network. */
export interface Judgement {
  /** Out of 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** The audits that cost points outside performance. */
  faults: string[];
}

/** Lighthouse with a Chromium of its own; close it at the end. */
export interface Judge {
  judge(url: string): Promise<Judgement>;
  close(): Promise<void>;
}

/** @throws Error with one sentence when there is no Chromium */
export async function openLighthouse(): Promise<Judge> {
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${port}`]);
  return {
    async judge(url) {
      const run = () => lighthouse(url, { port, logLevel: 'silent', output: 'json' });
      let result = await run();
      // Chromium now and then loses the trace of a page; Lighthouse asks to be run again
      if (result?.lhr.runtimeError?.code === 'NO_NAVSTART') result = await run();
      if (!result || result.lhr.runtimeError) {
        throw new Error(
          `Lighthouse could not judge ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`,
        );
      }
      return judgementOf(result.lhr);
    },
    close: () => browser.close(),
  };
}

/** What is read of Lighthouse's result. */
interface Result {
  categories: Record<
    string,
    { score: number | null; auditRefs: { id: string; weight: number }[] } | undefined
  >;
  audits: Record<string, { score: number | null; title: string; details?: unknown } | undefined>;
}

function judgementOf({ categories, audits }: Result): Judgement {
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  const faults = ['accessibility', 'best-practices', 'seo'].flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = audits[id];
      const isFault = weight > 0 && audit && audit.score !== null && audit.score < 1;
      return isFault ? [[`${id}: ${audit.title}`, ...snippetsOf(audit.details)].join(' ')] : [];
    }),
  );
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    faults,
  };
}

/** The elements that an audit complains of; its details differ in form from audit to audit. */
function snippetsOf(details: unknown): string[] {
  const text = JSON.stringify(details ?? '');
  return [...text.matchAll(/"snippet":("(?:[^"\\]|\\.)*")/g)]
    .slice(0, 5)
    .map(([, snippet = '""']) => String(JSON.parse(snippet)));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
