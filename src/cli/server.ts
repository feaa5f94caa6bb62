import { createReadStream, readFileSync, type Stats, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, posix } from 'node:path';
import { accepts, matches, readRange } from '../lib/http.ts';
import { mediaType } from '../lib/media.ts';
import { percentDecoded } from '../lib/text.ts';
import { Edge } from '../outputs/edge/match.ts';
import { type EdgeTable, edgeTable } from '../outputs/edge/table.ts';
import site from '../publication/site.config.ts';

/** Compressed files beside a file, the smaller first. */
const TWINS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** A server that runs. */
export interface Served {
  /** Address of the home page, with a slash at its end. */
  url: string;
  /** Stops it, open connections included. */
  close(): Promise<void>;
}

/** Where a server listens: on this machine's own address, which nobody else reaches, or on all of them. */
export const LOOPBACK = '127.0.0.1';

/**
 * Serves a built site as a host would: by the site's own table of rules,
 * with nothing to install. The folder is read afresh for every request, so that a new build shows.
 * @param port 0 for any that is free
 * @param host address on which it listens: the loopback address, when left out
 * @throws Error with one sentence when there is no site or the port is taken
 */
export async function serveSite({
  dir,
  port,
  host = LOOPBACK,
}: {
  dir: string;
  port: number;
  host?: string | undefined;
}): Promise<Served> {
  if (!isFile(join(dir, 'index.html'))) {
    throw new Error(`There is no built site in ${dir}. Build it with "npm run build".`);
  }
  const edges = new EdgeReader(dir);
  const server = createServer((request, response) => {
    send(response, reply(request, dir, edges.read()), request.method === 'HEAD');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}${edges.read().table.base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Why a port cannot be listened at: one sentence when it is taken, else the error as it came. */
export function portError(error: NodeJS.ErrnoException, port: number): Error {
  return error.code === 'EADDRINUSE'
    ? new Error(`Port ${port} is taken. Choose another with --port.`)
    : error;
}

/** The table that was built with the site; the configuration's where a site has none, or an older engine built it. */
class EdgeReader {
  readonly #path: string;
  readonly #own = edgeTable(site, [], []);
  #edge = new Edge(this.#own);
  #read = -1;

  constructor(dir: string) {
    this.#path = join(dir, '.edge', 'table.json');
  }

  read(): Edge {
    const changed = fileStats(this.#path)?.ctimeMs ?? -1;
    if (changed !== this.#read && changed !== -1) {
      const table = JSON.parse(readFileSync(this.#path, 'utf8')) as Partial<EdgeTable>;
      this.#edge = new Edge({ ...this.#own, ...table });
    }
    this.#read = changed;
    return this.#edge;
  }
}

/** A file to send: the plain one or a compressed twin. */
interface Body {
  file: string;
  /** Content-Type of the plain file. */
  type: string;
  stats: Stats;
  encoding: 'br' | 'gzip' | undefined;
  /** Whether the answer depends on Accept-Encoding. */
  varies: boolean;
}

interface Reply {
  status: number;
  headers: Record<string, string>;
  body?: Body;
  /** First and last byte of the body, both included; all of it when left out. */
  part?: { start: number; end: number };
}

/** What a request gets, by the table and the files that are there. */
function reply(request: IncomingMessage, dir: string, edge: Edge): Reply {
  const { base } = edge.table;
  const [raw = '', ...rest] = pathOf(request.url ?? '').split('?');
  const query = rest.length > 0 ? `?${rest.join('?')}` : '';
  const error = (status: number, page = '404.html'): Reply => ({
    status,
    headers: edge.headers(raw, status),
    body: findBody(join(dir, page), request),
  });
  const redirect = (to: string): Reply => ({
    status: 301,
    headers: { ...edge.headers(to, 301), Location: to + query },
  });

  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, headers: { ...edge.headers(raw, 405), Allow: 'GET, HEAD' } };
  }
  const path = decodePath(raw);
  if (path === undefined) return error(404);
  const asked = path === base ? edge.asked(query.slice(1)) : undefined;
  if (asked !== undefined) {
    return { status: 301, headers: { ...edge.headers(asked, 301), Location: asked } };
  }
  const verdict = edge.verdict(path, raw);
  if (verdict.status === 301) return redirect(verdict.to);
  if (verdict.status === 404) return error(404);
  if (!path.startsWith(base)) return `${path}/` === base ? redirect(base) : error(404);

  const inside = path.slice(base.length);
  if (verdict.status === 410) {
    const tombstone = join(posix.normalize(inside).replace(/index\.html$/, ''), 'index.html');
    return error(410, isFile(join(dir, tombstone)) ? tombstone : '404.html');
  }
  if (/(?:^|\/)index\.html$/.test(inside) && isFile(join(dir, inside))) {
    return redirect(raw.replace(/index\.html$/, ''));
  }
  const page = path.endsWith('/') || path === base ? join(inside, 'index.html') : inside;
  const body = findBody(join(dir, page), request);
  if (body) return replyWith(request, edge.headers(path, 200), body);
  return isFile(join(dir, inside, 'index.html')) ? redirect(`${raw}/`) : error(404);
}

/** A file that was found: whole, a part of it, or word that it has not changed. */
function replyWith(
  { headers: asked }: IncomingMessage,
  headers: Record<string, string>,
  body: Body,
): Reply {
  const tag = entityTag(body.stats);
  const tagged: Record<string, string> = { ...headers, ETag: tag, 'Accept-Ranges': 'bytes' };
  if (matches(asked['if-none-match'], tag)) {
    const { 'Content-Type': _type, ...rest } = tagged;
    return {
      status: 304,
      headers: { ...rest, ...(body.varies && { Vary: 'Accept-Encoding' }) },
    };
  }
  const { size } = body.stats;
  const current = asked['if-range'] === undefined || asked['if-range'] === tag;
  const range = current ? readRange(asked.range, size) : 'whole';
  if (range === 'whole') return { status: 200, headers: tagged, body };
  if (range === 'none') {
    return { status: 416, headers: { ...tagged, 'Content-Range': `bytes */${size}` } };
  }
  const [start, last] = range;
  return {
    status: 206,
    headers: { ...tagged, 'Content-Range': `bytes ${start}-${last}/${size}` },
    body,
    part: { start, end: last },
  };
}

/** What is asked for, without the host that stands before it where a proxy asks (RFC 9112, 3.2.2). */
function pathOf(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?]*/i, '');
  return path.startsWith('?') || path === '' ? `/${path}` : path;
}

/** The decoded path, or undefined when it is none: bad encoding, a character that ends names. */
function decodePath(raw: string): string | undefined {
  const path = percentDecoded(raw);
  return path?.startsWith('/') && !path.includes('\0') ? path : undefined;
}

function send(response: ServerResponse, { status, headers, body, part }: Reply, head: boolean) {
  if (!body) {
    response.writeHead(status, status === 304 ? headers : { ...headers, 'Content-Length': 0 });
    response.end();
    return;
  }
  const { start, end } = part ?? { start: 0, end: body.stats.size - 1 };
  response.writeHead(status, {
    'Content-Type': body.type,
    ...headers,
    'Content-Length': end - start + 1,
    ...(body.encoding && { 'Content-Encoding': body.encoding }),
    ...(body.varies && { Vary: 'Accept-Encoding' }),
  });
  if (head || body.stats.size === 0) {
    response.end();
    return;
  }
  createReadStream(body.file, { start, end })
    // the file went away between the look and the reading: the reader must not take half for all
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file at a path, or its compressed twin where the client takes it. */
function findBody(file: string, request: IncomingMessage): Body | undefined {
  const stats = fileStats(file);
  if (!stats) return undefined;
  const twins = TWINS.flatMap(([encoding, suffix]) => {
    const twin = fileStats(file + suffix);
    return twin ? [{ encoding, file: file + suffix, stats: twin }] : [];
  });
  const taken = twins.find(({ encoding }) => accepts(request.headers['accept-encoding'], encoding));
  return {
    file,
    stats,
    encoding: undefined,
    ...taken,
    type: mediaType(file),
    varies: twins.length > 0,
  };
}

/** Strong validator from time and size, as nginx makes it; the time follows from the content. */
function entityTag(stats: Stats): string {
  return `"${Math.floor(stats.mtimeMs / 1000).toString(16)}-${stats.size.toString(16)}"`;
}

function fileStats(path: string): Stats | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    // a name that no file system takes, such as one too long
    return undefined;
  }
}

function isFile(path: string): boolean {
  return fileStats(path) !== undefined;
}
