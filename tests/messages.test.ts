import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (message: unknown, sender: { id?: string }, respond: (reply: unknown) => void) => true | undefined;
const listeners = new Set<Listener>();
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'cando',
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  },
}));

const { answer } = await import('../lib/messages.ts');

/** What comes back to who sends this; undefined when nobody answers. */
function send(message: unknown, sender: { id?: string } = { id: 'cando' }): Promise<unknown> {
  return new Promise((resolve) => {
    const answers = [...listeners].map((listener) => listener(message, sender, resolve));
    if (!answers.includes(true)) resolve(undefined);
  });
}

describe('A message to the extension', () => {
  beforeEach(() => listeners.clear());

  it('is answered when a part of the extension sends it', async () => {
    answer({ 'grammar.start': () => true });
    expect(await send({ cando: 'grammar.start', ask: {} })).toEqual({ value: true });
  });

  it('is refused when another extension or a page sends it', async () => {
    const start = vi.fn(() => true);
    answer({ 'grammar.start': start });
    expect(await send({ cando: 'grammar.start', ask: {} }, { id: 'another' })).toBeUndefined();
    expect(await send({ cando: 'grammar.start', ask: {} }, {})).toBeUndefined();
    expect(start).not.toHaveBeenCalled();
  });

  it.each([
    null,
    undefined,
    'grammar.start',
    7,
    [],
    {},
    { cando: 7 },
    { cando: 'constructor' },
    { cando: '__proto__' },
  ])('is left alone when it is none of ours: %j', async (message) => {
    answer({ 'grammar.start': () => true });
    expect(await send(message)).toBeUndefined();
  });

  it('that fails says so, and the next is answered', async () => {
    let calls = 0;
    answer({
      'grammar.start': () => {
        if (calls++ === 0) throw new Error('out of order');
        return true;
      },
    });
    expect(await send({ cando: 'grammar.start', ask: {} })).toEqual({ error: 'Error: out of order' });
    expect(await send({ cando: 'grammar.start', ask: {} })).toEqual({ value: true });
  });

  it('is no longer answered once a part has stopped', async () => {
    answer({ 'grammar.start': () => true })();
    expect(await send({ cando: 'grammar.start', ask: {} })).toBeUndefined();
  });
});
