import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does with a question. */
export type Answer = (response: ServerResponse, headers: IncomingHttpHeaders) => void;

export interface PackServer {
  url: string;
  /** What it was asked, in order: the headers. */
  asked: IncomingHttpHeaders[];
  /** From now on. */
  answer: Answer;
  close(): void;
}

/** A web server on this machine that gives one file. */
export async function servePack(answer: Answer, port = 0): Promise<PackServer> {
  const server = createServer((request, response) => {
    served.asked.push(request.headers);
    served.answer(response, request.headers);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const served: PackServer = {
    url: `http://localhost:${(server.address() as AddressInfo).port}/packs/acme.yaml`,
    asked: [],
    answer,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return served;
}

/** Gives a text as any web host does, with a mark by which an unchanged file is told. */
export function give(text: string): Answer {
  const etag = `"${hash(text).slice(0, 12)}"`;
  return (response, headers) => {
    const isSame = headers['if-none-match'] === etag;
    response.writeHead(isSame ? 304 : 200, { etag, 'content-type': 'application/yaml' });
    response.end(isSame ? undefined : text);
  };
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A team's pack with a rule for each of these phrases; a rule without a phrase is broken. */
export function writePack(version: string, rules: Record<string, string>, id = 'acme'): string {
  const lines = Object.entries(rules).map(
    ([name, phrase]) =>
      `  ${name}:\n    message: Say it otherwise.\n    why: The customer knows another word.\n    ${phrase ? `phrases: ["${phrase}"]` : 'phrase: oops'}\n    rewrites: []\n    examples: {wrong: {"Take <${phrase}>.": }, right: [Take it.]}\n`,
  );
  return `id: ${id}\nname: Acme house words\nabout: What we say.\nversion: ${version}\nlanguage: en\nrules:\n${lines.join('')}`;
}
