import { build } from '../../scripts/build.mjs';

/** Before the first long run: every build that they load, as new as its sources. */
export async function setup(): Promise<void> {
  await build('desk');
  await build('editors');
  await build('demo');
  await build('store');
}
