import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../streams.ts';

/**
 * Looks, before hours of counting, whether its report can be written.
 *
 * @throws {InputError} where it is a folder, lies in none, or is the file that is read
 */
export function checkOutput(output: string, source: string): void {
  const found = statSync(output, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new InputError(`${output}: is a folder; name a file`);
  if (!found) {
    const folder = dirname(output);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new InputError(`${output}: there is no folder ${folder}`);
    accessSync(folder, constants.W_OK);
    return;
  }
  const read = source === '-' ? undefined : statSync(source, { throwIfNoEntry: false });
  if (read && read.dev === found.dev && read.ino === found.ino)
    throw new InputError(`${output}: is the file that is read; name another`);
  accessSync(output, constants.W_OK);
}

/** Whether something can lie beside it; not where it is a device such as /dev/stdout. */
export function isPlainFile(output: string): boolean {
  return statSync(output, { throwIfNoEntry: false })?.isFile() ?? true;
}
