import { InputError, runCommand } from '../streams.ts';
import { packBundle } from './pack-bundle.ts';
import { packDiff } from './pack-diff.ts';
import { packLint } from './pack-lint.ts';
import { packTest } from './pack-test.ts';

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  lint: packLint,
  test: packTest,
  diff: packDiff,
  bundle: packBundle,
};

/** `cando pack lint|test|diff|bundle …`: what a team needs to keep its packs in git. */
export function packCommand([name = '', ...args]: string[]): Promise<number> {
  return runCommand(`pack ${name}`.trim(), async () => {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new InputError(`there are ${Object.keys(COMMANDS).join(', ')}`);
    return command(args);
  });
}
