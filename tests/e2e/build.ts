import { build } from '../../scripts/build.mjs';
import { findObstacle } from './screen.ts';

/** Before the first browser test: every build that the tests load, as new as its sources, and the programs for a screen. */
export async function setup(): Promise<void> {
  await build('desk');
  await build('demo');
  await build('store');
  // Once: of two tests that install at the same time, one would find the installer locked.
  findObstacle();
}
