#!/usr/bin/env node
import { awaitStop } from './stop.ts';
import { explainFault } from './streams.ts';
import { asksForHelp, getUsage, USAGE } from './usage.ts';

type Command = (args: string[]) => Promise<number>;

/** Loaded when they are called: what they need takes a second, in which Ctrl+C is heard already. */
const commands: Record<string, () => Promise<Command>> = {
  audit: async () => {
    awaitStop();
    return (await import('./commands/audit.ts')).auditCommand;
  },
  check: async () => (await import('./commands/check.ts')).checkCommand,
  eval: async () => (await import('./commands/eval.ts')).evalCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  stats: async () => (await import('./commands/stats.ts')).statsCommand,
  test: async () => (await import('./commands/test.ts')).testCommand,
  pack: async () => (await import('./commands/pack.ts')).packCommand,
};

// Who reads along may stop: `cando check replies.txt | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`cando: ${explainFault(Object.assign(error, { path: 'standard output' }))}\n`);
  process.exit(2);
});

const [name = '', ...args] = process.argv.slice(2);
const open = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (open && asksForHelp(args)) {
  process.stdout.write(getUsage(name) ?? USAGE);
} else if (open) {
  const command = await open();
  process.exitCode = await command(args);
} else {
  const asked = name === '--help' || name === '-h' || name === 'help';
  const usage = (asked && getUsage(args[0] ?? '')) || USAGE;
  (asked ? process.stdout : process.stderr).write(name && !asked ? `cando: no command "${name}"\n\n${usage}` : usage);
  process.exitCode = asked ? 0 : 2;
}
