import type { Context, Finding, Rewrite } from '../engine/types.ts';
import { ask, NoAnswer } from '../messages.ts';

/** Milliseconds to wait for an answer; a sleeping worker takes some 275 to wake. */
const PATIENCE = 4_000;
/** Sentences whose findings are kept. */
const KEPT = 500;

/** Asks the grammar host, which runs elsewhere: started at need, started again when it has gone. */
export function createGrammar() {
  let isStarted = false;
  const known = new Map<string, readonly Finding[]>();
  const open = new Map<string, Context>();
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

  return {
    start,
    /** What is known of a sentence; undefined when it must be asked for. */
    find(sentence: string, context: Context): readonly Finding[] | undefined {
      const found = known.get(sentence);
      if (!found && !asked.has(sentence)) open.set(sentence, context);
      return found;
    },
    hasQuestions: () => open.size > 0,
    /** Asks for all sentences that were looked for in vain. True when something was learned. */
    async learn(): Promise<boolean> {
      const sentences = [...open.keys()];
      const context = [...open.values()].at(-1);
      open.clear();
      if (sentences.length === 0) return false;
      for (const sentence of sentences) asked.add(sentence);
      const lists = await request(() => ask('grammar.flags', { sentences, ...(context && { context }) })).finally(
        () => {
          for (const sentence of sentences) asked.delete(sentence);
        },
      );
      for (const [index, sentence] of sentences.entries()) known.set(sentence, lists[index] ?? []);
      for (const sentence of known.keys()) {
        if (known.size <= KEPT) break;
        known.delete(sentence);
      }
      return lists.some((list) => list.length > 0);
    },
    /** Forgets everything: the context or the settings have changed. */
    forget() {
      known.clear();
      open.clear();
    },
    rewrites(text: string, { ruleId, span }: Finding, context: Context): Promise<Rewrite[]> {
      return request(() => ask('grammar.rewrites', { text, ruleId, span, context }));
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
