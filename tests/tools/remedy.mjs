/* How programs come onto a machine, in any Node: it runs before anything is installed. */

/**
 * Chooses how programs come onto a machine.
 * @param {readonly import('./programs.mjs').Program[]} programs at least one
 * @param {import('./programs.mjs').Machine} machine
 * @returns {import('./programs.mjs').Remedy} empty when this system's way is not known
 */
export function remedy(programs, { platform, manager, ubuntu, root, sudo }) {
  if (platform === 'win32') return { type: 'wsl --install' };
  if (manager === undefined) return {};
  const named = programs.map(
    (program) => (ubuntu && program.ubuntu) || program[manager] || program.name,
  );
  const packages = [...new Set(named)];
  switch (manager) {
    case 'apt': {
      const services = programs.filter(({ service }) => service).map(({ name }) => name);
      return byApt(packages, services, root, sudo);
    }
    case 'brew':
      return { install: byBrew(packages) };
    case 'dnf':
      return { type: `sudo dnf install ${packages.join(' ')}` };
    case 'pacman':
      return { type: `sudo pacman -S ${packages.join(' ')}` };
  }
}

/**
 * Without what packages recommend, and without servers that run: tests start their own, and nothing
 * else is to listen on a developer's machine.
 * @param {readonly string[]} packages
 * @param {readonly string[]} services
 * @param {boolean} root
 * @param {boolean} sudo
 * @returns {import('./programs.mjs').Remedy}
 */
function byApt(packages, services, root, sudo) {
  const install = `apt-get install --yes --no-install-recommends ${packages.join(' ')}`;
  if (!root && !sudo) return { type: `sudo apt-get update && sudo ${install}` };
  /** @param {string} line */
  const asRoot = (line) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', ...line.split(' ')];
    return root ? command : ['sudo', '-n', ...command];
  };
  return {
    install: [asRoot(install)],
    refresh: asRoot('apt-get update'),
    after: services.flatMap((name) => [
      asRoot(`invoke-rc.d ${name} stop`),
      asRoot(`update-rc.d ${name} disable`),
    ]),
  };
}

/**
 * An option holds for all that one command installs, so what has one gets a command of its own.
 * @param {readonly string[]} packages
 */
function byBrew(packages) {
  const plain = packages.filter((name) => !name.includes(' ')).join(' ');
  const withOptions = packages.filter((name) => name.includes(' '));
  return [plain, ...withOptions]
    .filter((line) => line !== '')
    .map((line) => ['brew', 'install', ...line.split(' ')]);
}
