import { build } from '../../scripts/build.mjs';

/** Before the first browser test: every build that the tests load, as new as its sources. */
export async function setup(): Promise<void> {
  await build('desk');
  await build('demo');
  await build('store');
}
