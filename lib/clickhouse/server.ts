import { createClient } from '@clickhouse/client-web';
import { connect } from '../connect.ts';
import type { ServerAccess } from '../storage/server.ts';
import { readTrouble, ServerFailure } from './trouble.ts';

/** A server's table of counts. Every call rejects with a `ServerFailure`. */
export interface Server {
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
  const open = () =>
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
      fetch: (input, how) => connect(String(input), { ...how, redirect: 'error' }),
    });
  const attempt = async <Answer>(act: (client: ReturnType<typeof open>) => Promise<Answer>): Promise<Answer> => {
    try {
      return await act(open());
    } catch (error) {
      throw new ServerFailure(readTrouble(error));
    }
  };
  return {
    insert: (table, rows) =>
      attempt(async (client) => {
        await client.insert({ table, values: rows as object[], format: 'JSONEachRow' });
      }),
    ask: (query) =>
      attempt(async (client) => {
        const answer = await client.query({ query, format: 'JSONCompact' });
        const { data } = await answer.json<unknown[]>();
        return data;
      }),
  };
}
