import { build } from '../../scripts/build.mjs';

/** Set by `npm run test:editors -- --firefox`. */
export const isFirefox = process.env.CANDO_EDITORS_IN === 'firefox';

/** Before the first test: the editors' page and the extension, as new as their sources. */
export async function setup(): Promise<void> {
  await build('editors');
  await build(isFirefox ? 'firefox-demo' : 'demo');
}
