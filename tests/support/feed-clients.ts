import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';

/*
 * Programs with which people read feeds, as their users run them. Each keeps what it knows in a folder
 * and is asked to look again and again at the same addresses.
 */

const run = promisify(execFile);

/** An item as a program shows it to its user. */
export interface ShownItem {
  id: string;
  title: string;
  link: string;
  text: string;
  /** Whether its user has not seen it yet. */
  isUnread: boolean;
  /** Milliseconds since 1970 UTC. */
  dated: number;
}

/** newsboat, with the feeds of some addresses. */
export class Newsboat {
  readonly #folder: string;

  constructor(folder: string, urls: readonly string[]) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'urls'), `${urls.join('\n')}\n`);
    writeFileSync(join(folder, 'config'), '');
  }

  /** Loads every feed; its user has then read all that was there before. */
  async reload(): Promise<void> {
    if (existsSync(this.#database)) {
      const database = new DatabaseSync(this.#database);
      database.exec('update rss_item set unread = 0');
      database.close();
    }
    const file = (name: string) => join(this.#folder, name);
    const args = ['-C', file('config'), '-u', file('urls'), '-c', this.#database, '-x', 'reload'];
    await run('newsboat', args, { env: { ...process.env, HOME: this.#folder } });
  }

  /** The items of a feed, newest first. */
  items(url: string): ShownItem[] {
    const database = new DatabaseSync(this.#database, { readOnly: true });
    const rows = database
      .prepare('select * from rss_item where feedurl = ? order by pubDate desc, id desc')
      .all(url);
    database.close();
    return rows.map((row) => ({
      id: String(row.guid),
      title: String(row.title),
      link: String(row.url),
      text: String(row.content),
      isUnread: row.unread === 1,
      dated: Number(row.pubDate) * 1000,
    }));
  }

  get #database(): string {
    return join(this.#folder, 'cache.db');
  }
}

/** rss2email, whose mails go into a folder. */
export class Rss2email {
  readonly #folder: string;

  constructor(folder: string, urls: readonly string[]) {
    this.#folder = folder;
    mkdirSync(join(folder, 'mails'), { recursive: true });
    const sendmail = join(folder, 'sendmail');
    writeFileSync(sendmail, `#!/bin/sh\ncat > "$(mktemp ${folder}/mails/XXXXXX)"\n`);
    chmodSync(sendmail, 0o755);
    const settings = [
      '[DEFAULT]',
      'from = feeds@quay.example',
      'to = reader@quay.example',
      'email-protocol = sendmail',
      `sendmail = ${sendmail}`,
      'date-header = True',
      ...urls.flatMap((url, i) => [`[feed.f${i}]`, `url = ${url}`]),
    ];
    writeFileSync(join(folder, 'config'), `${settings.join('\n')}\n`);
  }

  /** Loads every feed, and returns the mails that this makes. */
  async mails(): Promise<string[]> {
    const before = new Set(readdirSync(join(this.#folder, 'mails')));
    const file = (name: string) => join(this.#folder, name);
    await run('r2e', ['-c', file('config'), '-d', file('data.json'), 'run']);
    return readdirSync(file('mails'))
      .filter((name) => !before.has(name))
      .map((name) => readFileSync(join(file('mails'), name), 'utf8'));
  }
}

/** sfeed, which keeps a line an item. */
export class Sfeed {
  readonly #folder: string;

  constructor(folder: string, url: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'sfeedrc'),
      `sfeedpath="${folder}/feeds"\nfeeds() {\n\tfeed site "${url}"\n}\n`,
    );
  }

  /** Loads the feed, and returns the lines that this adds. */
  async added(): Promise<string[][]> {
    const known = new Set(this.#lines());
    await run('sfeed_update', [join(this.#folder, 'sfeedrc')]);
    return this.#lines()
      .filter((line) => !known.has(line))
      .map((line) => line.split('\t'));
  }

  #lines(): string[] {
    const path = join(this.#folder, 'feeds', 'site');
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  }
}

/** What Python's feedparser makes of a feed: its entries as JSON. */
export async function readWithPython(path: string): Promise<Record<string, unknown>[]> {
  const script =
    'import feedparser, json, sys; print(json.dumps(feedparser.parse(sys.argv[1]).entries, default=list))';
  const { stdout } = await run('/usr/bin/python3', ['-c', script, path], { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout);
}

/** A web server whose feeds are those of a folder, or of another from one moment on. */
export class FeedServer {
  #folder = '';
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(({ url = '/' }, response) => {
      const path = join(this.#folder, url);
      response.statusCode = existsSync(path) ? 200 : 404;
      response.setHeader('Content-Type', 'application/xml');
      response.end(existsSync(path) ? readFileSync(path) : '');
    });
  }

  static async of(folder: string): Promise<FeedServer> {
    const server = new FeedServer();
    server.show(folder);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  show(folder: string): void {
    this.#folder = folder;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${path}`;
  }

  close(): void {
    this.#server.close();
  }
}
