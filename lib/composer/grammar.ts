import type { Context, Finding, Passage, Rewrite, Variety } from '../engine/types.ts';
import { ask, NoAnswer } from '../messages.ts';

/** Milliseconds to wait for an answer; a sleeping worker takes some 275 to wake. */
const PATIENCE = 4_000;
/** Sentences whose findings are kept. */
const KEPT = 500;

/**
 * Asks the grammar host, which runs elsewhere: started at need, started again when it has gone. What it said of a sentence in
 * one variety of English does not hold for another.
 */
export function createGrammar(getVariety: () => Variety | undefined) {
  let isStarted = false;
  /** Counts the changes of its rules: what was said before does not hold. */
  let edition = 0;
  const known = new Map<string, readonly Finding[]>();
  const open = new Map<string, { passage: Passage; context: Context }>();
  const asked = new Set<string>();

  async function request<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    if (!isStarted) await start();
    try {
      return await within(PATIENCE, send());
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      // The host was closed when idle, or the worker was killed: once more.
      await start();
      return within(PATIENCE, send());
    }
  }

  async function start(): Promise<void> {
    isStarted = false;
    await within(PATIENCE, ask('grammar.start', {}));
    isStarted = true;
  }

  function inVariety(): { variety?: Variety } {
    const variety = getVariety();
    return variety ? { variety } : {};
  }

  /** Under what the host's answers hold: a variety of English, and its rules. */
  function getEdition(): string {
    return `${edition} ${getVariety()}`;
  }

  /** The same passage, asked twice, has the same key. */
  function getKey({ text, item, previous = '', next = '' }: Passage): string {
    return `${getEdition()}${item ? '-' : ''}\n${text}\n${previous}\n${next}`;
  }

  return {
    start,
    /** The host has other rules now, or will have them when it is started once more. */
    restart(): void {
      isStarted = false;
      edition++;
      known.clear();
      open.clear();
    },
    getEdition,
    /** What is known of a sentence; undefined when it must be asked for. */
    find(passage: Passage, context: Context): readonly Finding[] | undefined {
      const key = getKey(passage);
      const found = known.get(key);
      if (!found && !asked.has(key)) open.set(key, { passage, context });
      return found;
    },
    hasQuestions: () => open.size > 0,
    /** Asks for all sentences that were looked for in vain. True when something was learned. */
    async learn(): Promise<boolean> {
      const keys = [...open.keys()];
      const passages = [...open.values()].map(({ passage }) => passage);
      const context = [...open.values()].at(-1)?.context;
      const asking = { passages, ...(context && { context }), ...inVariety() };
      open.clear();
      if (keys.length === 0) return false;
      for (const key of keys) asked.add(key);
      const lists = await request(() => ask('grammar.flags', asking)).finally(() => {
        for (const key of keys) asked.delete(key);
      });
      for (const [index, key] of keys.entries()) known.set(key, lists[index] ?? []);
      for (const key of known.keys()) {
        if (known.size <= KEPT) break;
        known.delete(key);
      }
      return lists.some((list) => list.length > 0);
    },
    /** Forgets everything: the context or the settings have changed. */
    forget() {
      known.clear();
      open.clear();
    },
    rewrites(text: string, { ruleId, span, instead }: Finding, context: Context): Promise<Rewrite[]> {
      return request(() =>
        ask('grammar.rewrites', { text, ruleId, span, ...(instead && { instead }), context, ...inVariety() }),
      );
    },
  };
}

export type Grammar = ReturnType<typeof createGrammar>;

function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer('late')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
