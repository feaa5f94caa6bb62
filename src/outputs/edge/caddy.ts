import { mediaTypes } from '../../lib/media.ts';
import { literal, patternSource, writtenForms } from './match.ts';
import { type EdgeTable, type FileKind, otherHost } from './table.ts';

/** Where and how Caddy serves. */
export interface CaddyPlace {
  /** Absolute path of the host's folder on the server; a site with a base path lies in it there. */
  root: string;
  /** Address of the site (`example.org`: Caddy sees to certificates), or `http://127.0.0.1:8080`. */
  address: string;
}

/** A complete Caddyfile of the site, for Caddy 2.6 or later. */
export function caddyfile(table: EdgeTable, place: CaddyPlace): string {
  const local = place.address.startsWith('http://');
  const { host } = table;
  // never to the name that was asked for, as Caddy's own redirects: whoever asks writes it
  const other = `${otherHost(host)} {
${always(table)}redir https://${host}{uri} 301
}
http://${otherHost(host)} {
redir https://${otherHost(host)}{uri} 301
}
http://${host}, http:// {
redir https://${host}{uri} 301
}
`;
  return indented(`# Made by the build from the site's table of rules.
${local ? '{\nadmin off\nauto_https off\n}\n' : ''}${local ? '' : other}${place.address} {
${serving(table, place.root)}handle_errors {
${errors(table)}}
}
`);
}

/** The site as a part of a host: to be imported within that host's block. */
export function caddyPart(table: EdgeTable, root: string): string {
  const mine = `path ${table.base.slice(0, -1)} ${table.base}*`;
  return indented(`# Made by the build from the site's table of rules. Import it in the block of ${table.host}.
@site ${mine}
handle @site {
${serving(table, root)}}
handle_errors {
@failed ${mine}
handle @failed {
${errors(table)}}
}
`);
}

/** What every answer says. */
function always(table: EdgeTable): string {
  return `header {
${lines(Object.entries(table.always).map(([name, value]) => `${name} ${quote(value)}`))}-Server
-Last-Modified
}
`;
}

/** A redirect, with the query that was asked. */
function moved(table: EdgeTable, to: string): string {
  return `header Cache-Control ${quote(table.moved)}
@query not expression \`{query} == ""\`
redir @query "${to}?{query}" 301
redir "${to}" 301
`;
}

function serving(table: EdgeTable, root: string): string {
  return `root * ${quote(root)}
${always(table)}# file times follow from content and are no dates: only the ETag tells whether a file changed
request_header -If-Modified-Since
route {
${route(table)}}
`;
}

function errors(table: EdgeTable): string {
  return `# else a page that a cache asks for again would come without its body
request_header -If-None-Match
request_header -If-Match
request_header -If-Unmodified-Since
request_header -Range
route {
${always(table)}header {
Cache-Control ${quote(table.errors)}
Content-Type "text/html; charset=utf-8"
Vary Accept-Encoding
defer
}
@missing expression \`{err.status_code} != 410\`
rewrite @missing ${table.base}404.html
@withdrawn expression \`{err.status_code} == 410\`
rewrite @withdrawn {tombstone}
file_server {
precompressed br gzip
status {err.status_code}
}
}
`;
}

/** What happens to a request, in order. */
function route(table: EdgeTable): string {
  const old = table.redirects.flatMap(({ from, to }) =>
    writtenForms(from).flatMap((path) => [
      `${quote(path)} ${quote(to)}`,
      `${quote(`${path}/`)} ${quote(to)}`,
    ]),
  );
  const gone = table.gone.flatMap(writtenForms).map((path) => {
    const spelt = path.split('/').filter(Boolean).map(literal).join('/+');
    return `${quote(`~^/+${spelt}/*(?:index\\.html)?$`)} ${quote(`${path.normalize('NFC')}index.html`)}`;
  });
  return `    @method not method GET HEAD
    handle @method {
      header Allow "GET, HEAD"
      header Cache-Control ${quote(table.errors)}
      respond 405
    }
    map {query} {asked} {
${lines([...Object.entries(table.queries).map(([query, to]) => `${quote(query)} ${quote(to)}`), 'default ""'])}    }
    @asked {
      path ${table.base}
      expression \`{asked} != ""\`
    }
    handle @asked {
      header Cache-Control ${quote(table.moved)}
      redir {asked} 301
    }
    map {path} {moved} {
${lines([...old, 'default ""'])}    }
    @moved expression \`{moved} != ""\`
    handle @moved {
${moved(table, '{moved}')}    }
    map {path} {tombstone} {
${lines([...gone, 'default ""'])}    }
    @gone expression \`{tombstone} != ""\`
    error @gone 410
    # what was asked for, not what Caddy looks up for it
    @odd expression \`{uri}.matches("(?i)^[^?]*(?:%2f|%5c|/(?:[.]|%2e){1,2}(?:/|[?]|$))")\`
    error @odd 404
    map {uri} {clean} {
      "~^([^?]*?)//+([^?]*(?:\\?.*)?)$" "$\{1}/$\{2}"
      default ""
    }
    @doubled expression \`{clean} != ""\`
    handle @doubled {
      header Cache-Control ${quote(table.moved)}
      redir "{clean}" 301
    }
    @hidden {
      path_regexp "/\\."
      not path ${table.base}.well-known/*
    }
    error @hidden 404
    @unnamed path_regexp "\\.(?:br|gz)$|^${table.base}(?:_headers|_redirects|404\\.html)$"
    error @unnamed 404
    # the path as it was sent: {path} is decoded, and a Location must not be
    map {uri} {folder} {
      "~^([^?]*/)index\\.html(?:\\?.*)?$" "$\{1}"
      "~^([^?]*[^?/])(?:\\?.*)?$" "$\{1}/"
    }
    @index path_regexp "/index\\.html$"
    handle @index {
${moved(table, '{folder}')}    }
    @slash {
      not path */
      file {path}/index.html
    }
    handle @slash {
${moved(table, '{folder}')}    }
    @found file {path} {path}/index.html
    route @found {
      header Cache-Control ${quote(table.otherwise)}
${mediaTypes.map(([extension, type]) => `      @${extension} path *.${extension}\n      header @${extension} Content-Type ${quote(type)}\n`).join('')}${table.kinds.map(kind).join('')}      @twin file {path}.br {path}/index.html.br
      header @twin {
        Vary Accept-Encoding
        defer
      }
      file_server {
        precompressed br gzip
      }
    }
    error 404
`;
}

function kind({ paths, type, cache, headers }: FileKind, i: number): string {
  const all = {
    ...(type !== undefined && { 'Content-Type': type }),
    'Cache-Control': cache,
    ...headers,
  };
  return `      @kind${i} path_regexp ${quote(paths.map(patternSource).join('|'))}
      header @kind${i} {
${lines(Object.entries(all).map(([name, value]) => `${name} ${quote(value)}`))}      }
`;
}

/** As `caddy fmt` would have it. */
function indented(text: string): string {
  let depth = 0;
  return text
    .split('\n')
    .map((line) => {
      const plain = line.trim();
      if (plain === '}') depth -= 1;
      const tabs = plain === '' ? '' : '\t'.repeat(depth);
      if (plain.endsWith('{')) depth += 1;
      return tabs + plain;
    })
    .join('\n');
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

function quote(text: string): string {
  return text.includes('`') ? `"${text.replace(/[\\"]/g, '\\$&')}"` : `\`${text}\``;
}
