import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../record/text.ts';
import type { ArticleBrief } from './brief.ts';
import type { KeptFile } from './compile-all.ts';
import { Pack } from './pack.ts';

/**
 * The compiled articles of a project, by digest. Briefs are read all at once, since every build
 * needs every one; texts one by one, since a build needs only those that it renders.
 */
export class ArticleCache {
  readonly #folder: string;
  readonly #texts: Pack<Text>;
  #read: Map<string, ArticleBrief> | undefined;
  readonly #used = new Set<string>();
  #changed = false;

  /** @param root the project's folder; the cache is in `.cache/articles` */
  constructor(root: string) {
    this.#folder = join(root, '.cache', 'articles');
    mkdirSync(this.#folder, { recursive: true });
    this.#texts = new Pack<Text>(this.#folder);
  }

  /** Read when first asked for: who only wants texts waits for none of them. */
  get #briefs(): Map<string, ArticleBrief> {
    this.#read ??= readBriefs(this.#folder);
    return this.#read;
  }

  has(digest: string): boolean {
    return this.#briefs.has(digest) && this.#texts.has(digest);
  }

  brief(digest: string): ArticleBrief | undefined {
    this.#used.add(digest);
    return this.#briefs.get(digest);
  }

  text(digest: string): Text | undefined {
    return this.#texts.get(digest);
  }

  set(digest: string, { brief, text }: KeptFile): void {
    this.#texts.write(digest, text);
    this.#briefs.set(digest, brief);
    this.#changed = true;
  }

  /** Writes what was added. What no article has used is dropped when it outnumbers the used. */
  save(): void {
    if (!this.#changed) return;
    if (this.#briefs.size > 2 * this.#used.size || this.#texts.size.files > 20) {
      this.#read = new Map([...this.#briefs].filter(([digest]) => this.#used.has(digest)));
      this.#texts.compact(this.#used);
    }
    this.#texts.save();
    const temporary = join(this.#folder, `briefs.${process.pid}.tmp`);
    writeFileSync(temporary, JSON.stringify([...this.#briefs]));
    renameSync(temporary, join(this.#folder, 'briefs.json'));
    this.#changed = false;
  }

  close(): void {
    this.#texts.close();
  }
}

function readBriefs(folder: string): Map<string, ArticleBrief> {
  try {
    const text = readFileSync(join(folder, 'briefs.json'), 'utf8');
    return new Map(JSON.parse(text) as [string, ArticleBrief][]);
  } catch {
    return new Map();
  }
}
