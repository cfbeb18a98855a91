import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chromium on Linux looks for what an administrator has set, again within some five seconds of a change. */
const FOLDER = '/etc/chromium/policies/managed';
const FILE = join(FOLDER, `cando-test-${process.pid}.json`);

/** Milliseconds in which a change of the policy is there on a busy machine. */
export const POLICY_PATIENCE = 30_000;

/** Why no policy can be set here, in a sentence; undefined where one can. */
export function findPolicyObstacle(): string | undefined {
  if (process.platform !== 'linux') return 'This test knows where policies lie on Linux alone.';
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(FILE, '{}');
    rmSync(FILE);
    return undefined;
  } catch {
    return `${FOLDER} cannot be written: run it as root, or in a container.`;
  }
}

/** Sets the policy of an extension, by its id; undefined takes it away. */
export function setPolicy(id: string, policy: Record<string, unknown> | undefined): void {
  if (policy) writeFileSync(FILE, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
  else rmSync(FILE, { force: true });
}
