import { BINARY, mediaTypes } from '../../lib/media.ts';
import type { Redirect } from '../../record/redirects.ts';
import { literal, patternSource, writtenForms } from './match.ts';
import { type EdgeTable, type FileKind, otherHost } from './table.ts';

/** Where and how nginx serves. */
export interface NginxPlace {
  /** Absolute path of the host's folder on the server; a site with a base path lies in it there. */
  root: string;
  /** Addresses with their ports: those of plain http, and those of https when there is `tls`. */
  listen?: { plain: readonly string[]; tls?: readonly string[] };
  /** Certificate and key; without them it serves plain http, for a CDN in front or a try at home. */
  tls?: { certificate: string; key: string };
}

/**
 * A complete nginx configuration of the site, for inclusion in `http { }`. Needs nginx 1.19 or
 * later with `brotli_static` (Debian: `nginx libnginx-mod-http-brotli-static`).
 */
export function nginxConfig(table: EdgeTable, place: NginxPlace): string {
  const name = nameOf(table);
  const listen = place.listen ?? { plain: ['80', '[::]:80'], tls: ['443', '[::]:443'] };
  const secure = place.tls !== undefined;
  return `# Made by the build from the site's table of rules. Include it in http { }.
${maps(table, name)}
${secure ? toHttps(table, listen.plain) : ''}server {
${secure ? tls(table, listen.tls ?? [], place.tls) : listens(listen.plain)}  server_name ${secure ? table.host : '_'};
${rules(table, name, place.root)}}
`;
}

/** The site as a part of a host: what goes into http { }, and what goes into that host's server { }. */
export function nginxPart(table: EdgeTable, root: string): { http: string; server: string } {
  const name = nameOf(table);
  const { base, host } = table;
  return {
    http: `# Made by the build from the site's table of rules. Include it in http { }.
${maps(table, name)}`,
    server: `# Made by the build from the site's table of rules. Include it in the server { } of ${host}.
location = ${base.slice(0, -1)} { absolute_redirect off; return 301 ${base}$is_args$args; }
location ^~ ${base} {
${rules(table, name, root)}}
`,
  };
}

/** Short: nginx keeps the names of variables in a table with small places. */
function nameOf({ host }: EdgeTable): string {
  return (host.split('.')[0] ?? '').replace(/[^a-z0-9]/gi, '_').slice(0, 20);
}

/** What stands in a server, or in a location of one. */
function rules(table: EdgeTable, name: string, root: string): string {
  return `  root ${quote(root)};
${BODY}
  types {
${mediaTypes.map(([extension, type]) => `    ${type.split(';')[0]} ${extension};`).join('\n')}
  }
  default_type ${BINARY};
  charset utf-8;
  charset_types ${charsetTypes()};

${headers(table, name)}
  if ($request_method !~ ^(?:GET|HEAD)$) { return 405; }
  if ($${name}_asked) { return 301 $${name}_asked; }
  if ($${name}_moved) { return 301 $${name}_moved$is_args$args; }
  # what was asked for, not what nginx looks up for it
  if ($${name}_odd) { return 404; }
  if ($${name}_clean) { return 301 $${name}_clean; }

  error_page 403 404 =404 ${table.base}404.html;
  location = ${table.base}404.html { internal; }
  location ~ "/\\.(?!well-known(?:/|$))" { return 404; }
  location ~ "\\.(?:br|gz)$" { return 404; }
  location ~ "^${table.base}_(?:headers|redirects)$" { return 404; }
${table.kinds.flatMap(typed).join('')}${table.gone.map(tombstone).join('')}`;
}

const BODY = `  index index.html;
  server_tokens off;
  log_not_found off;
  absolute_redirect off;
  etag on;
  brotli_static on;
  gzip_static on;
  gzip_vary on;
`;

function listens(addresses: readonly string[], options = ''): string {
  return addresses.map((address) => `  listen ${address}${options};\n`).join('');
}

function toHttps({ host }: EdgeTable, addresses: readonly string[]): string {
  // never the name that was asked for: whoever asks writes it
  return [host, otherHost(host)]
    .map(
      (name) => `server {
${listens(addresses)}  server_name ${name};
  server_tokens off;
  return 301 https://${name}$request_uri;
}
`,
    )
    .join('');
}

function tls(table: EdgeTable, addresses: readonly string[], files: NginxPlace['tls']): string {
  const listen = listens(addresses, ' ssl http2');
  const hsts = table.always['Strict-Transport-Security'];
  const secure = hsts ? `  add_header Strict-Transport-Security ${quote(hsts)} always;\n` : '';
  const certificate = `  ssl_certificate ${quote(files?.certificate ?? '')};
  ssl_certificate_key ${quote(files?.key ?? '')};
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_session_cache shared:site:10m;
  ssl_session_timeout 1d;
`;
  return `${listen}  server_name ${otherHost(table.host)};
${certificate}  server_tokens off;
${secure}  return 301 https://${table.host}$request_uri;
}
server {
${listen}${certificate}`;
}

/** What depends on the path and the status, looked up when the headers are sent. */
function maps(table: EdgeTable, name: string): string {
  const perKind = (value: (kind: FileKind) => string | undefined): string[] =>
    table.kinds.flatMap((kind) => {
      const said = value(kind);
      if (said === undefined) return [];
      return kind.paths.map((path) => `  ${quote(`~${onSuccess(path)}`)} ${quote(said)};`);
    });
  const cache = [
    `  "~^[45]" ${quote(table.errors)};`,
    `  "~^30[1278]" ${quote(table.moved)};`,
    ...perKind((kind) => kind.cache),
    `  default ${quote(table.otherwise)};`,
  ];
  return [
    movedMaps(table.redirects, name),
    map(
      '"$uri?$args"',
      `${name}_asked`,
      Object.entries(table.queries).map(
        ([query, to]) => `  ${quote(`${table.base}?${query}`)} ${quote(to)};`,
      ),
    ),
    map('"$status $uri"', `${name}_cache`, cache),
    ...kindHeaders(table).map((header, i) =>
      map(
        '"$status $uri"',
        `${name}_${i}`,
        perKind((kind) => kind.headers[header]),
      ),
    ),
    map('$status', `${name}_allow`, ['  405 "GET, HEAD";']),
    spellings(table, name),
  ].join('');
}

/**
 * Paths that are spelt oddly, as they were sent: nginx looks up what they mean. A withdrawn entry is
 * withdrawn however it is spelt.
 */
function spellings({ base, gone }: EdgeTable, name: string): string {
  const files = gone
    .flatMap(writtenForms)
    .flatMap((path) => [path.replace(/\/$/, ''), path, `${path}index.html`]);
  // asked again, so "volatile", when the page of a missing page is sent: that is found
  const key = `"$${name}_page$${name}_gone $request_uri"`;
  const page = ['  volatile;', `  ${quote(`${base}404.html`)} 1;`, '  default 0;'];
  return [
    map('$uri', `${name}_page`, page),
    map('$uri', `${name}_gone`, [...files.map((path) => `  ${quote(path)} 1;`), '  default 0;']),
    map(key, `${name}_odd`, [
      '  volatile;',
      `  ${quote('~*^00 [^?]*(?:%2f|%5c|\\x5c|/(?:\\.|%2e){1,2}(?:/|\\?|$))')} 1;`,
    ]),
    // a second slash or backslash at the beginning would be a host
    map(key, `${name}_clean`, [
      '  volatile;',
      `  ${quote('~^00 (?<before>[^?\\x5c]*?)//++(?<after>[^?\\x5c]*(?:\\?.*)?)$')} "$before/$after";`,
      `  ${quote('~^00 (?<folder>/(?:[^?]*/)?)index\\.html(?<query>\\?.*)?$')} "$folder$query";`,
    ]),
  ].join('');
}

/**
 * Old addresses. nginx looks up whole strings as if all letters were small, so an address with a
 * capital is a pattern, tried only on paths that have one: `/Old` must not lead away from `/old`.
 */
function movedMaps(redirects: readonly Redirect[], name: string): string {
  const hasCapital = ({ from }: Redirect) => /[A-Z]/.test(from);
  const small = redirects
    .filter((redirect) => !hasCapital(redirect))
    .flatMap(({ from, to }) =>
      writtenForms(from).flatMap((path): [string, string][] => [
        [path, to],
        [`${path}/`, to],
      ]),
    );
  const capital = redirects.filter(hasCapital);
  const lines = small.map(([from, to]) => `  ${quote(from)} ${quote(to)};`);
  if (capital.length === 0) return hashSizes(small) + map('$uri', `${name}_moved`, lines);
  return [
    hashSizes(small),
    map('$uri', `${name}_moved`, [...lines, `  "~[A-Z]" $${name}_capital;`]),
    map(
      '$uri',
      `${name}_capital`,
      capital.map(({ from, to }) => `  ${quote(`~^${literal(from)}/?$`)} ${quote(to)};`),
    ),
  ].join('');
}

/** Room for long and for many strings, where nginx's own is not enough: it would not start. */
function hashSizes(strings: readonly (readonly [string, string])[]): string {
  const bytes = new TextEncoder();
  const longest = strings.reduce((most, [key]) => Math.max(most, bytes.encode(key).length), 0);
  // a string takes its bytes, two for their number, and two pointers
  const bucket = powerOfTwo(longest + 32);
  const size = powerOfTwo(strings.length * 2);
  return [
    bucket > 64 ? `map_hash_bucket_size ${bucket};\n` : '',
    size > 2048 ? `map_hash_max_size ${size};\n` : '',
  ].join('');
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(least, 1)));
}

function map(key: string, name: string, lines: readonly string[]): string {
  return `map ${key} $${name} {\n${lines.map((line) => `${line}\n`).join('')}}\n`;
}

/** A path pattern behind a status of success; a page's own file is `index.html` by now. */
function onSuccess(path: string): string {
  const pattern = patternSource(path).slice(1);
  return `^(?:20|304)\\d* ${path.endsWith('/') ? pattern.replace(/\$$/, '(?:index\\.html)?$') : pattern}`;
}

/** Names of the headers that some kinds have. */
function kindHeaders(table: EdgeTable): string[] {
  return [...new Set(table.kinds.flatMap((kind) => Object.keys(kind.headers)))];
}

/** All in one place: a location with an `add_header` of its own would lose the others. */
function headers(table: EdgeTable, name: string): string {
  const lines = [
    ...Object.entries(table.always).map(([header, value]) => [header, quote(value)]),
    ['Cache-Control', `$${name}_cache`],
    ...kindHeaders(table).map((header, i) => [header, `$${name}_${i}`]),
    ['Allow', `$${name}_allow`],
    // file times follow from content and are no dates; the ETag is made of them
    ['Last-Modified', '""'],
  ];
  return lines.map(([header, value]) => `  add_header ${header} ${value} always;\n`).join('');
}

function typed(kind: FileKind): string[] {
  const { type } = kind;
  if (type === undefined) return [];
  return kind.paths.map(
    (path) =>
      `  location ~ ${quote(patternSource(path))} { types { } default_type ${quote(type)}; }\n`,
  );
}

/** A withdrawn entry: its notice with 410, at each name of its file. */
function tombstone(path: string): string {
  const names = writtenForms(path).flatMap((form) => [
    form.replace(/\/$/, ''),
    form,
    `${form}index.html`,
  ]);
  // a name of the same file that nobody can ask for: nginx makes one slash of two
  const file = quote(`${path}/index.html`);
  return [
    ...names.map((name) => `  location = ${quote(name)} { error_page 410 ${file}; return 410; }\n`),
    `  location = ${file} { internal; }\n`,
  ].join('');
}

function charsetTypes(): string {
  const types = mediaTypes.flatMap(([, type]) => {
    const [media = '', charset] = type.split(';');
    // nginx adds text/html by itself and warns when it is named
    return charset !== undefined && media !== 'text/html' ? [media] : [];
  });
  return [...new Set(types)].join(' ');
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
