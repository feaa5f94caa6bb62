import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runNode } from '../../../support/project.ts';
import { PROGRAMS as ALL, type Machine } from '../../../tools/programs.mjs';
import { remedy } from '../../../tools/remedy.mjs';

const PROGRAMS = ALL.filter(({ deep }) => !deep);

const DEBIAN: Machine = {
  platform: 'linux',
  manager: 'apt',
  ubuntu: false,
  root: true,
  sudo: false,
};
const INSTALL = 'apt-get install --yes --no-install-recommends';
const PACKAGES =
  'chromium firefox-esr webkit2gtk-driver xvfb fonts-liberation fonts-noto-cjk fonts-noto-core nginx libnginx-mod-http-brotli-static caddy rsync jq openssl newsboat';

/** Commands as they would be typed. */
function lines(commands: readonly string[][] | undefined): string[] | undefined {
  return commands?.map((command) => command.join(' '));
}

test('root on Debian installs without what packages recommend, and no server stays up', () => {
  const { install, refresh, after, type } = remedy(PROGRAMS, DEBIAN);
  expect(lines(install)).toEqual([`env DEBIAN_FRONTEND=noninteractive ${INSTALL} ${PACKAGES}`]);
  expect(refresh?.join(' ')).toBe('env DEBIAN_FRONTEND=noninteractive apt-get update');
  expect(lines(after)).toEqual(
    ['nginx', 'caddy'].flatMap((name) => [
      `env DEBIAN_FRONTEND=noninteractive invoke-rc.d ${name} stop`,
      `env DEBIAN_FRONTEND=noninteractive update-rc.d ${name} disable`,
    ]),
  );
  expect(type).toBeUndefined();
});

test('a user on Ubuntu installs by sudo where it asks for no password, else types a line', () => {
  const ubuntu = { ...DEBIAN, ubuntu: true, root: false };
  const packages = PACKAGES.replace('chromium', 'chromium-browser').replace('-esr', '');
  expect(lines(remedy(PROGRAMS, { ...ubuntu, sudo: true }).install)).toEqual([
    `sudo -n env DEBIAN_FRONTEND=noninteractive ${INSTALL} ${packages}`,
  ]);
  expect(remedy(PROGRAMS, ubuntu)).toEqual({
    type: `sudo apt-get update && sudo ${INSTALL} ${packages}`,
  });
});

test('macOS installs by brew, an nginx with brotli by a command of its own', () => {
  const mac: Machine = { ...DEBIAN, platform: 'darwin', manager: 'brew', root: false };
  // the system brings Safari's driver and a known face, and needs no display
  const brought = [
    'WebKitWebDriver',
    'Xvfb',
    'fonts-liberation',
    'fonts-noto-cjk',
    'fonts-noto-core',
  ];
  const onMac = PROGRAMS.filter(({ name }) => !brought.includes(name));
  expect(lines(remedy(onMac, mac).install)).toEqual([
    'brew install google-chrome caddy rsync jq openssl newsboat',
    'brew install --cask firefox',
    'brew install denji/nginx/nginx-full --with-brotli-module',
  ]);
  expect(
    lines(
      remedy(
        PROGRAMS.filter(({ name }) => name === 'nginx'),
        mac,
      ).install,
    ),
  ).toHaveLength(1);
});

test('elsewhere there is one line to type', () => {
  expect(remedy(PROGRAMS, { ...DEBIAN, manager: 'dnf' }).type).toBe(
    'sudo dnf install chromium firefox webkitgtk6.0 webkitgtk6.0-devel xorg-x11-server-Xvfb liberation-serif-fonts google-noto-sans-cjk-vf-fonts google-noto-naskh-arabic-fonts nginx nginx-mod-brotli caddy rsync jq openssl newsboat',
  );
  expect(remedy(PROGRAMS, { ...DEBIAN, manager: 'pacman' }).type).toMatch(/^sudo pacman -S chrom/);
  expect(remedy(PROGRAMS, { ...DEBIAN, platform: 'win32' })).toEqual({ type: 'wsl --install' });
  expect(remedy(PROGRAMS, { ...DEBIAN, manager: undefined })).toEqual({});
});

const script = fileURLToPath(new URL('../../../tools/install.mjs', import.meta.url));

test('nothing is said or done where all is there', async () => {
  expect(await runNode([script], tmpdir())).toEqual({ code: 0, output: '' });
});

test('where nothing can be installed, the first step ends and names what lacks', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'path-'));
  const env = { PATH: empty, CHROMIUM_PATH: '' };
  const { code, output } = await runNode([script, 'rsync', 'jq'], empty, env);
  rmSync(empty, { recursive: true });
  expect(output).toMatch(/^The tests need rsync, jq\. .+\n$/);
  expect(code).toBe(1);
});
