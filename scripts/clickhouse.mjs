// Runs on a bare machine: no imports from packages here.
import { existsSync } from 'node:fs';
import { installPackage, onPath } from './browser.mjs';

const NONE =
  'No ClickHouse was found on this machine: install it (Debian: apt install clickhouse-server) or name one in CANDO_CLICKHOUSE.';

/**
 * The server to use: one that understands `--config-file`. On Debian as root, installs `clickhouse-server` when there is none.
 * @returns {string} its path
 * @throws {Error} with one sentence that says how to get one
 */
export function getClickHouse() {
  const named = process.env.CANDO_CLICKHOUSE;
  if (named && !existsSync(named)) throw new Error(`CANDO_CLICKHOUSE names ${named}, and there is no such file.`);
  const path = named || findClickHouse() || (installPackage('clickhouse-server') && findClickHouse());
  if (!path) throw new Error(NONE);
  return path;
}

function findClickHouse() {
  const places = [...onPath(['clickhouse-server']), '/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'];
  return places.find((path) => existsSync(path));
}
