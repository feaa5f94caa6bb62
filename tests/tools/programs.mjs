/*
 * The programs that tests run beside what npm brings, and how each system installs them. Plain
 * JavaScript for any Node that package.json names: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What installs programs on a system.
 * @typedef {'apt' | 'brew' | 'dnf' | 'pacman'} Manager
 */

/**
 * A program that tests run. Its packages have its name, unless a manager's field says otherwise;
 * `ubuntu` is Ubuntu's name where it is not Debian's.
 * @typedef {object} Program
 * @property {string} name
 * @property {() => boolean} [found] is it here? Without this, a program of its name on PATH
 * @property {boolean} [deep] is it for `npm run test:deep` alone, and only where Debian's packages are?
 * @property {boolean} [service] does Debian's package start a server, now and with the machine?
 * @property {string} [apt]
 * @property {string} [ubuntu]
 * @property {string} [brew] with the options that brew needs for it
 * @property {string} [dnf]
 * @property {string} [pacman]
 */

/**
 * What decides how programs are installed.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Manager | undefined} manager
 * @property {boolean} ubuntu is it Ubuntu, or made from it?
 * @property {boolean} root is the user the administrator?
 * @property {boolean} sudo does sudo(8) ask for no password?
 */

/**
 * How programs come onto a machine: by commands, or by a line that a person has to type.
 * @typedef {object} Remedy
 * @property {string} [type] the line to type; the rest is then missing
 * @property {string[][]} [install] commands, one after the other
 * @property {string[]} [refresh] the command that may help when one of them fails
 * @property {string[][]} [after] commands that may fail
 */

/** Homebrew's own nginx has no brotli_static. */
const BREW_NGINX = 'denji/nginx/nginx-full --with-brotli-module';

/**
 * A line for each program that some test runs.
 * @type {readonly Program[]}
 */
export const PROGRAMS = [
  {
    name: 'chromium',
    found: () => findChromium() !== undefined,
    ubuntu: 'chromium-browser',
    brew: 'google-chrome',
  },
  {
    name: 'firefox',
    found: () => findFirefox() !== undefined,
    apt: 'firefox-esr',
    ubuntu: 'firefox',
    brew: '--cask firefox',
  },
  // Safari's stands in for it on macOS, which brings it along and needs no display
  {
    name: 'WebKitWebDriver',
    found: () => findWebKit() !== undefined,
    apt: 'webkit2gtk-driver',
    dnf: 'webkitgtk6.0 webkitgtk6.0-devel',
    pacman: 'webkitgtk-6.0',
  },
  {
    name: 'Xvfb',
    found: () => process.platform === 'darwin' || onPath('Xvfb'),
    apt: 'xvfb',
    dnf: 'xorg-x11-server-Xvfb',
    pacman: 'xorg-server-xvfb',
  },
  // a face that the stand-ins of the house's faces know; macOS has Georgia
  {
    name: 'fonts-liberation',
    found: () => process.platform === 'darwin' || LIBERATION.some((path) => existsSync(path)),
    dnf: 'liberation-serif-fonts',
    pacman: 'ttf-liberation',
  },
  // letters of East Asia and of Arabic, for publications in them; macOS has its own
  {
    name: 'fonts-noto-cjk',
    found: () => process.platform === 'darwin' || NOTO_CJK.some((path) => existsSync(path)),
    dnf: 'google-noto-sans-cjk-vf-fonts',
    pacman: 'noto-fonts-cjk',
  },
  {
    name: 'fonts-noto-core',
    found: () => process.platform === 'darwin' || NOTO_ARABIC.some((path) => existsSync(path)),
    dnf: 'google-noto-naskh-arabic-fonts',
    pacman: 'noto-fonts',
  },
  { name: 'nginx', service: true, brew: BREW_NGINX },
  {
    name: 'nginx-mod-brotli',
    found: hasBrotli,
    apt: 'libnginx-mod-http-brotli-static',
    brew: BREW_NGINX,
  },
  { name: 'caddy', service: true },
  { name: 'rsync' },
  { name: 'jq' },
  { name: 'openssl' },
  { name: 'newsboat' },
  { name: 'rss2email', deep: true, found: () => onPath('r2e') },
  { name: 'sfeed', deep: true, found: () => onPath('sfeed_update') },
  { name: 'python3-feedparser', deep: true, found: hasFeedparser },
  { name: 'exfat-fuse', deep: true, found: () => onPath('mount.exfat-fuse') },
  { name: 'exfatprogs', deep: true, found: () => onPath('mkfs.exfat') },
];

/**
 * The programs of the list that this machine lacks.
 * @param {readonly Program[]} programs
 */
export function missing(programs) {
  return programs.filter(({ name, found = () => onPath(name) }) => !found());
}

/** Programs that are a Chromium, in the order in which they are taken. */
const CHROMIUM = [
  ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].flatMap(places),
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of this machine's Chromium: what `CHROMIUM_PATH` says, else the first that is there. */
export function findChromium() {
  return process.env.CHROMIUM_PATH || CHROMIUM.find(isProgram);
}

/** The path of this machine's Firefox: what `FIREFOX_PATH` says, else the first that is there. */
export function findFirefox() {
  const known = [
    ...['firefox-esr', 'firefox'].flatMap(places),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  return process.env.FIREFOX_PATH || known.find(isProgram);
}

/**
 * This machine's WebKit: the path of its driver (https://www.w3.org/TR/webdriver2/), and that of the
 * browser that it drives, unless it knows that itself.
 */
export function findWebKit() {
  const safari = places('safaridriver').find(isProgram);
  if (safari !== undefined) return { driver: safari, browser: undefined };
  const driver = places('WebKitWebDriver').find(isProgram);
  const browser = MINI_BROWSERS.find(isProgram);
  return driver && browser ? { driver, browser } : undefined;
}

/** Where Debian, Fedora and Arch keep the browser that WebKitGTK's driver drives. */
const MINI_BROWSERS = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/libexec',
  '/usr/lib',
]
  .flatMap((folder) => [
    `${folder}/webkitgtk-6.0`,
    `${folder}/webkit2gtk-4.1`,
    `${folder}/webkit2gtk-4.0`,
  ])
  .map((folder) => `${folder}/MiniBrowser`);

/** Where systems keep the letters of East Asia. */
const NOTO_CJK = [
  'opentype/noto/NotoSansCJK-Regular.ttc',
  'google-noto-sans-cjk-vf-fonts',
  'noto-cjk',
].map((path) => `/usr/share/fonts/${path}`);

/** And those of Arabic. */
const NOTO_ARABIC = [
  'truetype/noto/NotoNaskhArabic-Regular.ttf',
  'google-noto/NotoNaskhArabic-Regular.ttf',
  'google-noto-vf',
  'noto/NotoNaskhArabic-Regular.ttf',
].map((path) => `/usr/share/fonts/${path}`);

/** Where Debian, Fedora and Arch keep the faces of Liberation. */
const LIBERATION = [
  'truetype/liberation',
  'truetype/liberation2',
  'liberation-serif-fonts',
  'liberation-serif',
  'liberation',
].map((folder) => `/usr/share/fonts/${folder}`);

/**
 * Is there a program of this name?
 * @param {string} name
 */
export function onPath(name) {
  return places(name).some(isProgram);
}

/**
 * Where a program may be: on PATH, and where Debian keeps servers, which only root's PATH names.
 * @param {string} name
 */
function places(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, name));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Has Debian's Python its feedparser? */
function hasFeedparser() {
  return existsSync('/usr/lib/python3/dist-packages/feedparser');
}

/** Has nginx the module brotli_static, beside it or built in? */
function hasBrotli() {
  const folders = ['/usr/lib/nginx', '/usr/lib64/nginx', '/usr/local/lib/nginx'];
  return (
    folders.some((path) => existsSync(`${path}/modules/ngx_http_brotli_static_module.so`)) ||
    spawnSync('nginx', ['-V'], { encoding: 'utf8' }).stderr?.includes('brotli') === true
  );
}
