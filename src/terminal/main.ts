import { collective } from './collective.ts';
import type { Command } from './command.ts';
import { failure } from './failure.ts';
import { figure, parametersHelp } from './figure.ts';
import { flows } from './flows.ts';
import { licence } from './licence.ts';
import { fromLine } from './output.ts';
import { route } from './route.ts';
import { formatTable } from './table.ts';
import { topology } from './topology.ts';
import { validation } from './validation.ts';
import { workload } from './workload.ts';

/** Every word the terminal understands. A new command is one file and one line here. */
const commands: Readonly<Record<string, Command>> = {
  topology,
  route,
  collective,
  flows,
  workload,
  failure,
  licence,
  validation,
  figure,
};

function overview(): string {
  const list = formatTable(
    Object.entries(commands).map(([name, { summary }]): [string, string] => [`  ${name}`, summary]),
  );
  return `npm run --silent model -- <command> …\n\n${list}\n\n<command> --help tells its arguments.`;
}

/** The answer of a command; one in words ends with where it comes from. */
async function answerOf(command: Command, args: readonly string[]): Promise<string> {
  const answer = await command.run(args);
  return args.includes('--json') || command.printsData?.(args) ? answer : `${answer}\n\n${fromLine()}`;
}

/** Runs one command line. Exit code 2 and one line on standard error for input that is refused. */
async function main(args: readonly string[]): Promise<void> {
  const [word, ...rest] = args;
  try {
    if (word === '--help' || word === 'help') {
      console.log(overview());
      return;
    }
    const command = word !== undefined && Object.hasOwn(commands, word) ? commands[word] : undefined;
    if (!command)
      throw new RangeError(
        `${word === undefined ? 'the command is missing' : `"${word}" is no command`}: allowed are ${Object.keys(commands).join(', ')}, each with --help`,
      );
    console.log(
      rest.includes('--help')
        ? (command === figure && parametersHelp(rest[0]!)) || command.help
        : await answerOf(command, rest),
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message.replaceAll('\n', ' '));
    process.exitCode = 2;
  }
}

await main(process.argv.slice(2));
