// Runs before every command that is TypeScript, in whatever Node there is: they need the one that npm
// installs.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This project runs on Node 24, which "npm ci" installs into node_modules; what runs here is Node ${process.versions.node}. ` +
      'Run "npm ci" again with install scripts allowed for the package "node", or install Node 24.',
  );
  process.exit(1);
}
