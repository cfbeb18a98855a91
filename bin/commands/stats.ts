import { InputError, runCommand } from '../streams.ts';
import { statsMerge } from './stats-merge.ts';

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = { merge: statsMerge };

/** `cando stats merge …`: what a team's files come to. */
export function statsCommand([name = '', ...args]: string[]): Promise<number> {
  return runCommand(`stats ${name}`.trim(), async () => {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new InputError(`there is ${Object.keys(COMMANDS).join(', ')}`);
    return command(args);
  });
}
