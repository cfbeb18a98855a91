import type { Flag, Span } from '../lib/engine/types.ts';
import { applyInSentence } from './commands/check.ts';
import { shuffle } from './draw.ts';
import type { Labelled } from './score.ts';
import type { Row } from './streams.ts';

/** A reply with its flags and, where coaches have read it, their labels. */
export interface Reply extends Row {
  channel: string | undefined;
  sentences: Labelled[];
  flags: Flag[];
}

/** A sentence that was flagged wrongly, or missed. */
interface Fault {
  kind: 'false flag' | 'missed';
  name: string;
  text: string;
  id: string | number;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The flags in a sentence; of one rule or pack, where one is asked for. */
export function findFlags({ flags }: Reply, sentence: Span, only = ''): Flag[] {
  return flags.filter(({ span, ruleId }) => ruleId.startsWith(only) && overlaps(span, sentence));
}

/** Misses and false flags, drawn at random and then in order. */
export function listFaults(replies: readonly Reply[], rule: string | undefined, most: number, seed: number): string {
  const faults = replies.flatMap((reply) =>
    reply.sentences.flatMap((sentence): Fault[] => {
      const { both, one } = sentence;
      const flags = findFlags(reply, sentence, rule);
      const all = findFlags(reply, sentence);
      const text = reply.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
      const wrong = flags.filter(({ category }) => !both.includes(category) && !one.includes(category));
      const missed = both.filter(
        (name) => (rule === undefined || rule === name) && !all.some(({ category }) => category === name),
      );
      return [
        ...wrong.map(({ ruleId, span }) => ({
          kind: 'false flag' as const,
          name: `${ruleId} at "${reply.text.slice(span.start, span.end)}"`,
          text: `${text}${both.length + one.length > 0 ? `  (labelled ${[...both, ...one].join(', ')})` : ''}`,
          id: reply.id,
        })),
        ...missed.map((name) => ({ kind: 'missed' as const, name, text, id: reply.id })),
      ];
    }),
  );
  const drawn = shuffle(faults, seed)
    .slice(0, most)
    .sort((a, b) => (a.kind + a.name < b.kind + b.name ? -1 : 1));
  return `${drawn.length} of ${faults.length} errors\n${drawn.map(({ kind, name, text, id }) => `${kind}  ${name}  ${id}\n  ${text}\n`).join('')}`;
}

/** Flags drawn by a seeded shuffle, each in its sentence with its first rewrite. */
export function drawFlags(replies: readonly Reply[], size: number, seed: number, rule = ''): string {
  const all = replies.flatMap((reply) =>
    reply.flags.filter(({ ruleId }) => ruleId.startsWith(rule)).map((flag) => ({ reply, flag })),
  );
  const drawn = shuffle(all, seed).slice(0, size);
  const lines = drawn.map(({ reply: { text, id }, flag: { ruleId, span, rewrites } }, index) => {
    const marked = `«${text.slice(span.start, span.end)}»`;
    const shown = applyInSentence({ span, text: marked, blanks: [] }, text);
    const [first] = rewrites;
    return `${index + 1}. ${ruleId}  ${id}\n   ${shown}\n   → ${first ? applyInSentence(first, text) : '(none)'}\n`;
  });
  return `${drawn.length} of ${all.length} flags in ${replies.length} replies\n${lines.join('')}`;
}
