import './mistakes.ts';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mediaType } from '../lib/media.ts';
import { Edge, isHidden } from '../outputs/edge/match.ts';
import { edgeTable } from '../outputs/edge/table.ts';
import { type Delta, delta } from '../press/delta.ts';
import { isUnfinished } from '../press/journal.ts';
import { type Manifest, readManifest } from '../press/manifest.ts';
import site from '../publication/site.config.ts';
import { Routes } from '../record/routes.ts';
import { findNamed, sitePlace } from './paths.ts';
import { fail, readArguments } from './say.ts';
import { settle } from './settle.ts';

/* `npm run delta -- OLD NEW`: what publishing NEW over OLD costs. Both are manifests, or folders of one. `--json` for programs, behind `npm run --silent`. */

const { values, positionals } = readArguments(
  { allowPositionals: true, options: { json: { type: 'boolean', default: false } } },
  'npm run delta -- [--json] OLD NEW',
);
const [oldPath, newPath] = positionals;
if (oldPath === undefined || newPath === undefined || positionals.length > 2) {
  fail(
    'Name two manifests: npm run delta -- OLD.json NEW.json (a build leaves its own in .cache/releases/dist/manifest.json).',
  );
}

const place = sitePlace();
const result = addressed(delta(await manifestAt(oldPath), await manifestAt(newPath)));
if (values.json) {
  console.log(JSON.stringify(result, null, 2));
} else {
  for (const { change, path, bytes, from } of result.differences) {
    console.log(`${change.padEnd(8)} ${path}${bytes > 0 ? ` (${bytes} bytes)` : ''}, from ${from}`);
  }
  const count = (change: string) => result.differences.filter((d) => d.change === change).length;
  console.log(
    `${count('added')} added, ${count('changed')} changed, ${count('removed')} removed; ${result.bytes} bytes to upload, ${result.purge.length} addresses to purge.`,
  );
}

/**
 * With whole addresses to purge, as CDNs take them, and only of what a host serves; and for each file
 * the two headers that object storage keeps with it.
 */
function addressed({ differences, purge, ...rest }: Delta) {
  const routes = new Routes(site);
  const edge = new Edge(edgeTable(site, [], []));
  return {
    ...rest,
    differences: differences.map((difference) => {
      const page = difference.path.replace(/(?:^|(?<=\/))index\.html$/, '');
      const headers = edge.headers(routes.file(page), 200);
      return {
        ...difference,
        type: headers['Content-Type'] ?? mediaType(difference.path),
        cache: headers['Cache-Control'],
      };
    }),
    purge: purge
      .filter((path) => !isHidden(path, '/'))
      .map((path) => routes.absolute(routes.file(encodeURI(path.slice(1))))),
  };
}

/** A manifest; of a release that is being published, when it is. */
async function manifestAt(named: string): Promise<Manifest> {
  const found = findNamed(named);
  const path = found && statSync(found).isDirectory() ? join(found, 'manifest.json') : found;
  if (path && dirname(path) === place.state) await settle(place);
  else if (path && isUnfinished({ ...place, state: dirname(path) })) {
    fail(
      `${named} is of a site between two releases. "npm run build", where it is built, makes it whole.`,
    );
  }
  const manifest = path && readManifest(path);
  return manifest || fail(`There is no manifest at ${named}. Name the manifest.json of a build.`);
}
