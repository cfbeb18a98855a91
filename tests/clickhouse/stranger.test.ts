import { createServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openServer } from '../../lib/clickhouse/server.ts';

let http: HttpServer | undefined;
afterEach(() => http?.close());

/** Something that answers every request alike. */
async function listen(answer: (response: ServerResponse) => void) {
  http = createServer((request, response) => {
    request.resume().on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => http?.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return openServer({ url: `http://127.0.0.1:${port}`, database: 'cando', user: 'agent', password: '' });
}

const page = (response: ServerResponse) =>
  response.setHeader('content-type', 'text/html').end('<!doctype html><title>Please sign in</title>');

describe('What answers in a server’s place', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['a page to sign in', page],
    ['nothing at all', (response) => response.end()],
    ['JSON of its own', (response) => response.end('{"ok":true}')],
    ['another number', (response) => response.end('{"data":[[2]]}')],
    ['a page that says no', (response) => page(Object.assign(response, { statusCode: 403 }))],
  ])('is known before anything is sent: %s', async (_, answer) => {
    await expect((await listen(answer)).greet()).rejects.toMatchObject({ trouble: { kind: 'stranger' } });
  });

  it('takes no rows with a friendly page', async () => {
    const server = await listen(page);
    await expect(server.insert('counts', [{ day: '2026-11-22' }])).rejects.toMatchObject({
      trouble: { kind: 'stranger' },
    });
    await expect(server.ask('SELECT 2')).rejects.toMatchObject({ trouble: { kind: 'stranger' } });
  });
});
