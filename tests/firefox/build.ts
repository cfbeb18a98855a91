import { build } from '../../scripts/build.mjs';

/** Before the first test in Firefox: both builds that the tests load, as new as their sources. */
export async function setup(): Promise<void> {
  await build('desk');
  await build('firefox-demo');
}
