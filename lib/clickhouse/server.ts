import { createClient } from '@clickhouse/client-web';
import { connect } from '../connect.ts';
import type { ServerAccess } from '../storage/server.ts';
import { readTrouble, ServerFailure } from './trouble.ts';

/** A server's table of counts. Every call rejects with a `ServerFailure`. */
export interface Server {
  /** Rejects unless it is a ClickHouse that answers: what would take our rows with a friendly 200 and no trace is not to be sent any. */
  greet(): Promise<void>;
  /** Rows of one request. Resolves when the server has them. */
  insert(table: string, rows: readonly object[]): Promise<void>;
  /** The rows that a query answers, column by column as it names them; numbers of 64 bits may be texts. */
  ask(query: string): Promise<unknown[][]>;
}

/** Milliseconds for one request: two years of counts take a few seconds. */
const PATIENCE = 30_000;

/** Reaches a server by its official client. Loads nothing and asks nothing until it is called. */
export function openServer({ url, database, user, password }: ServerAccess): Server {
  const { origin, pathname } = new URL(url);
  const open = (onAnswer?: (response: Response) => Promise<void>) =>
    createClient({
      // A path in the address itself would be taken for a database.
      url: origin,
      ...(pathname !== '/' && { pathname }),
      database,
      username: user,
      password,
      application: 'CanDo',
      request_timeout: PATIENCE,
      // What is under way ends with the worker, and is sent again.
      keep_alive: { enabled: false },
      fetch: async (input, how) => {
        const response = await connect(String(input), { ...how, redirect: 'error' });
        await onAnswer?.(response.clone());
        return response;
      },
    });
  const attempt = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await act();
    } catch (error) {
      throw new ServerFailure(readTrouble(error));
    }
  };
  const ask = (query: string) =>
    attempt(async () => {
      const answer = await open().query({ query, format: 'JSONCompact' });
      const { data } = await answer.json<unknown[]>();
      if (!Array.isArray(data)) throw new ServerFailure({ kind: 'stranger' });
      return data;
    });
  return {
    ask,
    async greet() {
      const [[one] = []] = await ask('SELECT 1');
      if (Number(one) !== 1) throw new ServerFailure({ kind: 'stranger' });
    },
    insert: (table, rows) =>
      attempt(async () => {
        let said = '';
        const client = open(async (response) => {
          said = await response.text();
        });
        await client.insert({ table, values: rows as object[], format: 'JSONEachRow' });
        // A ClickHouse that has taken rows says nothing.
        if (said.trim() !== '') throw new ServerFailure({ kind: 'stranger' });
      }),
  };
}
