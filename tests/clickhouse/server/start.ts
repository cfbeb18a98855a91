import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer, type Server } from '../../../lib/clickhouse/server.ts';
import type { ServerAccess } from '../../../lib/storage/server.ts';
import { getClickHouse } from '../../../scripts/clickhouse.mjs';
import { root } from '../../../scripts/setup.mjs';

const DOCS = join(root, 'docs/clickhouse/old');
const PATIENCE = 60_000;

/** A ClickHouse of its own, with the schema and the users of the guide, in a folder that goes with it. */
export interface TestServer {
  readonly url: string;
  /** As the guide has it for agents, and for trainers. */
  readonly agent: ServerAccess;
  readonly trainer: ServerAccess;
  /** Runs a statement as the server's owner. */
  run(statement: string): Promise<void>;
  ask(query: string): Promise<unknown[][]>;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again, with what it had written. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

export async function startServer(): Promise<TestServer> {
  const program = getClickHouse();
  const folder = mkdtempSync(join(tmpdir(), 'cando-clickhouse-'));
  const [http, tcp] = await findPorts(2);
  const url = `http://localhost:${http}`;
  writeFileSync(join(folder, 'config.xml'), writeConfig(folder, http as number, tcp as number));
  writeFileSync(join(folder, 'users.xml'), readFileSync(join(DOCS, 'users.xml')));
  let child: ChildProcess | undefined;
  const owner = openServer({ url, database: 'default', user: 'default', password: 'PASSWORD_OF_DEFAULT' });
  const getAccess = (database: string, user: string, password: string) => ({ url, database, user, password });

  async function start(): Promise<void> {
    child = spawn(program, [`--config-file=${join(folder, 'config.xml')}`], { cwd: folder, stdio: 'ignore' });
    const end = Date.now() + PATIENCE;
    while (!(await answers(owner))) {
      if (Date.now() > end || child.exitCode !== null) {
        const said = readFileSync(join(folder, 'err.log'), 'utf8').slice(0, 2000);
        throw new Error(`ClickHouse did not start: ${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const gone = child;
    child = undefined;
    if (!gone || gone.exitCode !== null) return;
    const isOver = new Promise((resolve) => gone.once('exit', resolve));
    gone.kill(signal);
    await isOver;
  }

  const server: TestServer = {
    url,
    agent: getAccess('cando_inbox', 'cando_agent', 'PASSWORD_OF_AGENTS'),
    trainer: getAccess('cando', 'cando_trainer', 'PASSWORD_OF_TRAINERS'),
    run: (statement) => run(url, statement),
    ask: (query) => owner.ask(query),
    kill: () => end('SIGKILL'),
    start,
    async stop() {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  for (const statement of readStatements('schema.sql')) await server.run(statement);
  return server;
}

/** The statements of a file of the guide, without its comments. */
function readStatements(file: string): string[] {
  const text = readFileSync(join(DOCS, file), 'utf8').replace(/^--.*$/gm, '');
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

async function run(url: string, statement: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    body: statement,
    headers: { 'X-ClickHouse-User': 'default', 'X-ClickHouse-Key': 'PASSWORD_OF_DEFAULT' },
  });
  const said = await response.text();
  if (!response.ok) throw new Error(said);
}

function answers(owner: Server): Promise<boolean> {
  return owner.ask('SELECT 1').then(
    () => true,
    () => false,
  );
}

async function findPorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function writeConfig(folder: string, http: number, tcp: number): string {
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/err.log</errorlog></logger>
  <http_port>${http}</http_port>
  <tcp_port>${tcp}</tcp_port>
  <listen_host>127.0.0.1</listen_host>
  <listen_host>::1</listen_host>
  <listen_try>1</listen_try>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <user_files_path>${folder}/files/</user_files_path>
  <users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>536870912</mark_cache_size>
</yandex>
`;
}
