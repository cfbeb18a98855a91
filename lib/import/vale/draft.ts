import type { RuleSource } from '../../packs/schema.ts';
import type { Entry, WrittenRegex } from './entry.ts';
import type { ValeRule } from './rule.ts';

/** What one expression of a style is, and why it was left behind or changed. */
export interface Note {
  /** The expression, or the name of what is meant: `scope`. */
  what: string;
  why: string;
}

/** A pattern of a pack's rule, as it is written. */
export type WrittenPattern = Partial<WrittenRegex> & {
  match?: string;
  'more-than'?: number;
  without?: string;
  instead?: string[];
};

/** What a rule becomes: its own part of a pack's rule, with what shows that it works and what did not come along. */
export interface Draft {
  phrases: string[];
  patterns: WrittenPattern[];
  instead: Record<string, string[]>;
  sentence?: RuleSource['sentence'];
  /** Texts that it meets, from all over, to be tried in a sentence. */
  samples: string[];
  /** Sentences with what it marks in angle brackets, to be tried as they are. */
  sentences: string[];
  /** Texts that silence it. */
  exceptions: string[];
  /** Of the style's entries: how many there were, and those that were left out. */
  entries: number;
  lost: Note[];
  /** What holds a little differently here. */
  changed: Note[];
}

/** Reads the rules of one kind. A rule of which nothing can be carried over has nothing but what it lost. */
export type Kind = (rule: ValeRule) => Draft;

export function createDraft(entries: number): Draft {
  return {
    phrases: [],
    patterns: [],
    instead: {},
    samples: [],
    sentences: [],
    exceptions: [],
    entries,
    lost: [],
    changed: [],
  };
}

/** A rule that cannot be carried over, for this reason. */
export function loseAll(what: string, why: string): Draft {
  return { ...createDraft(1), lost: [{ what, why }] };
}

/** A sentence that is one word too long, its last word marked. */
export function writeLongSentence(words: number): string {
  const all = Array.from({ length: words + 1 }, (_, at) => ['they', 'say', 'that'][at % 3] as string);
  return `${[...all.slice(0, -1), `<${all.at(-1)}>`].join(' ').replace('t', 'T')}.`;
}

export function hasAnything({ phrases, patterns, instead, sentence }: Draft): boolean {
  return phrases.length + patterns.length + Object.keys(instead).length > 0 || sentence !== undefined;
}

/** Puts what an expression became into the draft, with what to say instead. */
export function addEntry(draft: Draft, source: string, entry: Entry, instead?: string[]): void {
  if ('reason' in entry) {
    draft.lost.push({ what: source, why: entry.reason });
    return;
  }
  draft.samples.push(...entry.samples.slice(0, instead ? 1 : 2));
  if ('pattern' in entry) draft.patterns.push({ ...entry.pattern, ...(instead && { instead }) });
  else if (!instead) draft.phrases.push(entry.phrase);
  else if (Object.hasOwn(draft.instead, entry.phrase))
    draft.lost.push({ what: source, why: 'another entry meets the same words' });
  else draft.instead[entry.phrase] = instead;
}
