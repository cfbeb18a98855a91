import { build } from '../../../scripts/build.mjs';

/** Before the first test with a server: the builds that they load, as new as their sources. */
export async function setup(): Promise<void> {
  await build('desk');
  await build('demo');
}
