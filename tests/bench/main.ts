import process from 'node:process';

/*
 * `npm run bench -- COMMAND`: each command is a file here that exports `run`, from arguments to the
 * exit code. Without a command it is `build`.
 */

const COMMANDS = ['begin', 'archive', 'build', 'check', 'pages', 'preview', 'search'];

/** What a command's file exports. */
interface Command {
  run(args: string[]): Promise<number>;
}

const [first = 'build', ...rest] = process.argv.slice(2);
const isOption = first.startsWith('-');
const name = isOption ? 'build' : first;

try {
  if (!COMMANDS.includes(name)) {
    throw new Error(`There is no bench "${name}". There are: ${COMMANDS.join(', ')}.`);
  }
  const command: Command = await import(`./${name}.ts`);
  process.exitCode = await command.run(isOption ? [first, ...rest] : rest);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
