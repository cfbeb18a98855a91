import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TeamPack } from '../../lib/engine/pack.ts';
import { compilePackFile } from '../../lib/packs/compile-file.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';
import { type Checked, check } from '../../lib/subscriptions/check.ts';
import { type FetchParts, fetchPack, MOST_BYTES } from '../../lib/subscriptions/fetch.ts';
import type { Subscription } from '../../lib/subscriptions/subscription.ts';
import { type Answer, give, hash, type PackServer, servePack, writePack } from './pack-server.ts';

const FIRST = writePack('1.0.0', { widget: 'our widget' });
const SECOND = writePack('2.0.0', { widget: 'our widget', gadget: 'our gadget' });
const BROKEN = writePack('3.0.0', { widget: '', gadget: 'our gadget' });

let server: PackServer;
/** What is in use, as the machine has it. */
let inUse: { pack: TeamPack; sha256: string } | undefined;
let subscription: Subscription;

interface Circumstances {
  isAutomatic?: boolean;
  isTaken?: boolean;
  percent?: number;
  /** Origins that the browser lets us read; those of the subscription by default. */
  origins?: string[];
  parts?: FetchParts;
}

/** Checks once, and does what the check says, as the background does. */
async function look({ isAutomatic = false, isTaken = false, percent = 100, origins, parts }: Circumstances = {}) {
  const checked: Checked = await check(subscription, {
    read: (asked, etag) =>
      fetchPack(
        {
          url: asked.url,
          ...(etag && { etag }),
          needsLeave: asked.by === 'user',
          mayRead: async ({ origin }) => (origins ?? [new URL(server.url).origin]).includes(origin),
        },
        { mayBeLocal: true, ...parts },
      ),
    compile: async (name, text) => compilePackFile(readPackFile(name, text), []),
    inUse: inUse?.sha256,
    isTaken: () => isTaken,
    isAutomatic,
    isChosen: () => percent === 100,
    now: () => 1000,
  });
  ({ subscription } = checked);
  if (checked.take) inUse = checked.take;
  if (checked.drop) inUse = undefined;
  return subscription;
}

beforeEach(async () => {
  server = await servePack(give(FIRST));
  inUse = undefined;
  subscription = { url: server.url, by: 'user' };
});
afterEach(() => server.close());

describe('A pack at an address', () => {
  it('is in use after the first look', async () => {
    await look();
    expect(inUse?.pack).toMatchObject({ id: 'acme', version: '1.0.0' });
    expect(subscription).toMatchObject({ packId: 'acme', checkedAt: 1000, seen: { sha256: hash(FIRST) } });
    expect(subscription.trouble).toBeUndefined();
  });

  it('is not sent again while nothing has changed: the server is asked by its own mark', async () => {
    await look();
    let compiled = 0;
    await look({
      parts: {
        send: async (url, how) => {
          const response = await fetch(url, how);
          compiled = response.status;
          return response;
        },
      },
    });
    expect(compiled).toBe(304);
    expect(server.asked[1]?.['if-none-match']).toBeTruthy();
    expect(subscription.trouble).toBeUndefined();
  });

  it('is told by its hash where the server has no marks', async () => {
    server.answer = (response) => response.end(FIRST);
    await look();
    await look();
    expect(subscription.pending).toBeUndefined();
    expect(subscription.trouble).toBeUndefined();
  });

  it('tells the server nothing but the question: no cookie, no page that it comes from', async () => {
    await look();
    expect(Object.keys(server.asked[0] ?? {})).not.toEqual(expect.arrayContaining(['cookie']));
    expect(server.asked[0]?.referer).toBeUndefined();
  });

  it('waits in a new version until somebody says yes', async () => {
    await look();
    server.answer = give(SECOND);
    await look();
    expect(inUse?.pack.version).toBe('1.0.0');
    expect(subscription.pending).toMatchObject({ sha256: hash(SECOND), pack: { version: '2.0.0' }, faults: [] });
    await look();
    expect(subscription.pending?.pack.version).toBe('2.0.0');
  });

  it('waits no longer when the old version lies there again', async () => {
    await look();
    server.answer = give(SECOND);
    await look();
    server.answer = give(FIRST);
    await look();
    expect(subscription.pending).toBeUndefined();
  });

  it('takes effect by itself where the team wants it so, also what waited', async () => {
    await look();
    server.answer = give(SECOND);
    await look();
    await look({ isAutomatic: true });
    expect(inUse?.pack.version).toBe('2.0.0');
    expect(subscription.pending).toBeUndefined();
  });

  it('goes from a machine that is no longer among those that get it', async () => {
    await look();
    await look({ percent: 0 });
    expect(inUse).toBeUndefined();
    await look();
    expect(inUse).toBeDefined();
  });

  it('never comes to a machine that is not among those', async () => {
    await look({ percent: 0 });
    expect(inUse).toBeUndefined();
    expect(subscription.trouble).toBeUndefined();
  });
});

describe('A pack with a broken rule', () => {
  it('works without that rule when it is the first', async () => {
    server.answer = give(BROKEN);
    await look();
    expect(inUse?.pack.rules.map(({ id }) => id)).toEqual(['acme/gadget']);
    expect(subscription.seen?.faults?.[0]?.path).toEqual(['rules', 'widget', 'phrase']);
    await look();
    expect(subscription.seen?.faults).toHaveLength(1);
  });

  it('waits with its faults when it is a new version, even where new ones take effect by themselves', async () => {
    await look();
    server.answer = give(BROKEN);
    await look({ isAutomatic: true });
    expect(inUse?.pack.version).toBe('1.0.0');
    expect(subscription.pending?.faults.map(({ line, path }) => `${line} ${path.join(' ')}`)).toEqual([
      '10 rules widget phrase',
    ]);
  });
});

describe('What was in use stays in use, and it is told why,', () => {
  const slow: Answer = (response) => response.write('id: acme');
  const drip: Answer = (response) => response.writeHead(200).flushHeaders();
  it.each<[string, Answer, object, Circumstances?]>([
    ['the server has lost the file', (response) => response.writeHead(404).end(), { kind: 'status', status: 404 }],
    ['the server is broken', (response) => response.writeHead(503).end(), { kind: 'status', status: 503 }],
    ['the server hangs up', (response) => response.destroy(), { kind: 'offline' }],
    ['the server says nothing', () => undefined, { kind: 'slow', after: 300 }, { parts: { patience: 300 } }],
    ['the server stops in the middle', slow, { kind: 'slow', after: 300 }, { parts: { patience: 300 } }],
    ['the server never gets to the file', drip, { kind: 'slow', after: 300 }, { parts: { patience: 300 } }],
    ['the file is too large', give(`# ${'x'.repeat(MOST_BYTES)}`), { kind: 'large', most: MOST_BYTES }],
    ['the file has no end', giveWithoutEnd, { kind: 'large', most: MOST_BYTES }],
    ['a page to sign in lies there', give('<!DOCTYPE html><p>Sign in'), { kind: 'page' }],
    ['a picture lies there', (response) => response.end(Buffer.from([0x89, 0x50, 0xff])), { kind: 'noText' }],
    ['the file is no YAML', give('id: [acme'), { kind: 'broken', faults: [{ line: 1 }] }],
    ['the file is no pack', give('hello'), { kind: 'broken', faults: [{ line: 1 }] }],
    ['the pack has no version', give('id: acme\nname: Acme'), { kind: 'broken', faults: [{ path: ['version'] }] }],
    ['another pack lies there', give(writePack('1.0.0', {}, 'other')), { kind: 'other', found: 'other' }],
    ['a pack of that id is here already', give(SECOND), { kind: 'taken', id: 'acme' }, { isTaken: true }],
    ['the leave to read there was taken back', give(SECOND), { kind: 'denied' }, { origins: [] }],
  ])('when %s', async (_, answer, trouble, circumstances = {}) => {
    await look();
    server.answer = answer;
    await look(circumstances);
    expect(subscription.trouble).toMatchObject(trouble);
    expect(inUse?.pack.version).toBe('1.0.0');
    expect(subscription).toMatchObject({ triedAt: 1000, seen: { sha256: hash(FIRST) } });
    server.answer = give(FIRST);
    await look();
    expect(subscription.trouble).toBeUndefined();
  });

  it('when nobody is there', async () => {
    await look();
    server.close();
    await look();
    expect(subscription.trouble).toEqual({ kind: 'offline' });
    expect(inUse?.pack.version).toBe('1.0.0');
  });

  it('when the file is not the one that was pinned', async () => {
    subscription = { ...subscription, pin: hash(FIRST) };
    await look();
    expect(inUse?.pack.version).toBe('1.0.0');
    server.answer = give(SECOND);
    await look({ isAutomatic: true });
    expect(subscription.trouble).toEqual({ kind: 'pin', found: hash(SECOND) });
    expect(inUse?.pack.version).toBe('1.0.0');
    expect(subscription.pending).toBeUndefined();
  });

  it('and what waits goes on waiting', async () => {
    await look();
    server.answer = give(SECOND);
    await look();
    server.answer = give('id: [acme');
    await look();
    expect(subscription.pending?.pack.version).toBe('2.0.0');
    expect(subscription.trouble?.kind).toBe('broken');
  });
});

describe('An address that leads on', () => {
  let other: PackServer;
  const leadTo =
    (to: string): Answer =>
    (response) =>
      response.writeHead(302, { location: to }).end();
  beforeEach(async () => {
    other = await servePack(give(SECOND));
  });
  afterEach(() => other.close());

  it('is followed on the same server', async () => {
    server.answer = (response, headers) => {
      if (server.asked.length === 1) leadTo('/elsewhere.yaml')(response, headers);
      else give(FIRST)(response, headers);
    };
    await look();
    expect(inUse?.pack.version).toBe('1.0.0');
  });

  it('is followed to another one that is allowed too', async () => {
    server.answer = leadTo(other.url);
    await look({ origins: [new URL(server.url).origin, new URL(other.url).origin] });
    expect(inUse?.pack.version).toBe('2.0.0');
  });

  it('is not followed to one that nobody has allowed, and that one is named', async () => {
    await look();
    server.answer = leadTo(other.url);
    await look();
    expect(subscription.trouble).toEqual({ kind: 'moved', to: new URL(other.url).origin });
    expect(inUse?.pack.version).toBe('1.0.0');
  });

  it('is told apart from a server that is down when the browser says only that it failed', async () => {
    server.answer = leadTo('http://localhost:1/none.yaml');
    await look();
    expect(subscription.trouble).toEqual({ kind: 'moved' });
  });
});

describe('An address that the policy names', () => {
  it('needs no leave of the user where the server lets everybody read, and is asked without a mark of ours', async () => {
    subscription = { url: server.url, by: 'policy', entry: 0 };
    await look({ origins: [] });
    await look({ origins: [] });
    expect(inUse?.pack.version).toBe('1.0.0');
    expect(server.asked.map((headers) => headers['if-none-match'])).toEqual([undefined, undefined]);
  });

  it('is told apart from a server that is down when the server lets nobody read', async () => {
    subscription = { url: server.url, by: 'policy', entry: 0 };
    const send = async (url: string, how: RequestInit) => {
      if (how.mode !== 'no-cors') throw new TypeError('Failed to fetch');
      return fetch(url, how);
    };
    await look({ origins: [], parts: { send } });
    expect(subscription.trouble).toEqual({ kind: 'cors' });
  });
});

function giveWithoutEnd(...[response]: Parameters<Answer>): void {
  const more = () => {
    while (!response.destroyed && response.write('# more\n'.repeat(1000)));
    if (!response.destroyed) response.once('drain', more);
  };
  response.on('error', () => undefined);
  more();
}
