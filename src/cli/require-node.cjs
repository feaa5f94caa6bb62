// Runs before every command that is TypeScript (`node -r`), in whatever Node there is: they need the one
// that npm installs, and a path that all of their tools can read.
const root = require('node:path').join(__dirname, '../..');
const odd = /[#%?*"]/.exec(root);
const [major, minor] = process.versions.node.split('.').map(Number);

if (odd) {
  fail(
    `This project lies in ${root}. Tools that build it cannot read a path with "${odd[0]}": rename that folder, or move the project.`,
  );
}
if (major < 22 || (major === 22 && minor < 18)) {
  fail(
    `This project runs on Node 24, which "${install()}" installs into node_modules; what runs here is Node ${process.versions.node}. ` +
      `Run "${install()}" again with install scripts allowed for the package "node", or install Node 24.`,
  );
}

// What V8 has compiled of a program once is kept for the next time, here and in processes begun here. Before
// the first file of TypeScript is loaded, so that none of them is stripped of its types again.
process.env.NODE_COMPILE_CACHE ??= require('node:path').join(root, '.cache/node');
require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE);

/** What installs the packages, in the words of the program that runs this. */
function install() {
  const [manager] = (process.env.npm_config_user_agent ?? 'npm').split('/');
  return { pnpm: 'pnpm install', yarn: 'yarn install', bun: 'bun install' }[manager] ?? 'npm ci';
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
