/*
 * The first step of `npm test`: installs what tests need and this machine lacks, and says in a line
 * what that is. Where it may not install, it ends with exit code 1 and the line to type.
 *
 * node tests/tools/install.mjs [packages] [programs] [deep] [NAME …]
 *   packages   what tests/package.json names
 *   programs   what `programs.mjs` lists; deep: what it lists for `npm run test:deep`; NAME: one of them.
 *              Without arguments: packages, programs
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { missing, onPath, PROGRAMS } from './programs.mjs';
import { remedy } from './remedy.mjs';

const tests = fileURLToPath(new URL('..', import.meta.url));
const named = process.argv.slice(2);
const wanted = named.length > 0 ? named : ['packages', 'programs'];

/** Each manager's program. @type {readonly [import('./programs.mjs').Manager, string][]} */
const MANAGERS = [
  ['apt', 'apt-get'],
  ['brew', 'brew'],
  ['dnf', 'dnf'],
  ['pacman', 'pacman'],
];

if (wanted.includes('packages')) installPackages();
installPrograms(
  PROGRAMS.filter(
    ({ name, deep = false }) =>
      wanted.includes(name) ||
      (deep ? wanted.includes('deep') && onPath('apt-get') : wanted.includes('programs')),
  ),
);

/** Makes `tests/node_modules` what the lock file says, unless it is. */
function installPackages() {
  if (packagesMatch(`${tests}package-lock.json`, `${tests}node_modules/.package-lock.json`)) return;
  console.log("Installing the tests' packages: npm ci --prefix tests");
  // the npm that runs this, if it is npm
  const { npm_execpath: npm = '' } = process.env;
  const [program, ...first] = npm.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm'];
  const args = ['ci', '--prefix', tests, '--ignore-scripts', '--loglevel=error'];
  const { ok, said } = run([program, ...first, ...args]);
  if (!ok) fail(`${said}\nThis failed: npm ci --prefix tests`);
}

/**
 * Does npm's list of what it installed agree with a lock file?
 * @param {string} lockFile
 * @param {string} installedFile
 */
function packagesMatch(lockFile, installedFile) {
  if (!existsSync(installedFile)) return false;
  /** @typedef {Record<string, { version: string, optional?: boolean }>} Packages */
  const [locked, installed] = [lockFile, installedFile].map(
    (path) => /** @type {Packages} */ (JSON.parse(readFileSync(path, 'utf8')).packages),
  );
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' ||
      installed[path]?.version === version ||
      // of another system
      (optional && !(path in installed)),
  );
}

/** @param {readonly import('./programs.mjs').Program[]} programs */
function installPrograms(programs) {
  const lacking = missing(programs);
  if (lacking.length === 0) return;
  const { type, install = [], refresh, after = [] } = remedy(lacking, thisMachine());
  const need = `The tests need ${names(lacking)}${process.platform === 'win32' ? ', which they find in WSL' : ''}.`;
  if (type !== undefined) fail(`${need} Type: ${type}`);
  if (install.length === 0) fail(`${need} Install that, and type the command again.`);
  for (const command of install) {
    console.log(`${need} Installing: ${command.join(' ')}`);
    if (run(command).ok) continue;
    if (refresh !== undefined) run(refresh);
    const { ok, said } = run(command);
    if (!ok) fail(`${said}\nThis failed: ${command.join(' ')}`);
  }
  for (const command of after) run(command);
  const still = missing(programs);
  if (still.length > 0) fail(`Installed, and still not found: ${names(still)}.`);
}

/** @returns {import('./programs.mjs').Machine} */
function thisMachine() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return {
    platform: process.platform,
    manager: MANAGERS.find(([, program]) => onPath(program))?.[0],
    ubuntu: /^ID(?:_LIKE)?=.*\bubuntu\b/m.test(release),
    root: process.getuid?.() === 0,
    sudo: onPath('sudo') && run(['sudo', '-n', 'true']).ok,
  };
}

/** @param {readonly { name: string }[]} programs */
function names(programs) {
  return programs.map(({ name }) => name).join(', ');
}

/**
 * Runs a command to its end.
 * @param {readonly string[]} command
 * @returns {{ ok: boolean, said: string }}
 */
function run([program = '', ...args]) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { ok: status === 0, said: error?.message ?? `${stdout}${stderr}`.trim() };
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
