import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { root } from '../scripts/setup.mjs';

/** Where `npm run build:demo` puts the demo desk. */
export const deskFolder = join(root, '.output/demo');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface DeskFile {
  type: string;
  body: Buffer;
}

/** A file of the built demo desk, or of another built page, by its path on the server, `/` being the index. */
export async function findDeskFile(path: string, folder = deskFolder): Promise<DeskFile | undefined> {
  const file = normalize(path === '/' ? '/index.html' : path);
  try {
    return { type: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(join(folder, file)) };
  } catch {
    return undefined;
  }
}

/** Serves the built demo desk, or the built page in another folder, on this machine alone; `port` 0 takes a free one. */
export async function serveDemo(port = 0, folder = deskFolder): Promise<{ url: string; close(): void }> {
  const server: Server = createServer(async (request, response) => {
    const file = await findDeskFile(new URL(request.url ?? '/', 'http://localhost').pathname, folder);
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' });
    response.end(file?.body ?? 'Not here.');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
