import { Command } from "commander";
import {
  analyzeCommand,
  auditCommand,
  backupCommand,
  checkCommand,
  compareCommand,
  coverageCommand,
  determineCommand,
  explainCommand,
  formatCommand,
  impactCommand,
  installCommand,
  keysCommand,
  lockCommand,
  logCommand,
  mutateCommand,
  peopleCommand,
  publishCommand,
  replayCommand,
  pullCommand,
  pushCommand,
  restoreCommand,
  serveCommand,
  studioCommand,
  suggestCasesCommand,
  testCommand,
  thenAndNowCommand,
  verifyCommand,
} from "./commands/index.ts";
import type { ExitCode } from "./exit.ts";
import type { Terminal } from "./terminal.ts";
import { programVersion } from "./version.ts";

/** In the order in which a guideline set is made. */
const commands = [
  checkCommand,
  formatCommand,
  testCommand,
  thenAndNowCommand,
  analyzeCommand,
  coverageCommand,
  mutateCommand,
  suggestCasesCommand,
  determineCommand,
  impactCommand,
  compareCommand,
  explainCommand,
  publishCommand,
  verifyCommand,
  installCommand,
  lockCommand,
  keysCommand,
  logCommand,
  replayCommand,
  pullCommand,
  pushCommand,
  serveCommand,
  studioCommand,
  peopleCommand,
  auditCommand,
  backupCommand,
  restoreCommand,
];

const closing = `
A path is a file, a guideline set (a folder with set.yaml) or a folder of them; \`-\` is standard input.
Every command but serve and studio takes --json.

Exit codes: 0 fine, 1 errors found or tests failed, 2 called wrongly, 3 a mistake of ours, 4 verification failed.
`;

export function buildProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command("precept")
    .description("Clinical criteria as text that people read and computers decide.")
    .version(programVersion(), "-V, --version", "print the version of this program")
    .showHelpAfterError("Run `precept --help` to see what there is.")
    .addHelpText("after", closing)
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.width,
      outputError: (text, write) => write(text.replace(/^error: /, "precept: ")),
    })
    .exitOverride();
  for (const make of commands) program.addCommand(make({ terminal, finish }));
  for (const command of program.commands) inherit(command, program);
  return program;
}

/** `precept keys create` */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function inherit(command: Command, above: Command): void {
  command.copyInheritedSettings(above);
  command.showHelpAfterError(`Run \`${pathOf(command)} --help\` to see how it is called.`);
  for (const part of command.commands) inherit(part, command);
}
