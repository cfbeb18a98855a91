import { build } from '../../scripts/build.mjs';

/** Before the first test: the editors' page and the extension, as new as their sources. */
export async function setup(): Promise<void> {
  await build('editors');
  await build('demo');
}
