import nlp from 'compromise';
import type { CompiledRule } from '../pack.ts';
import { predicates } from '../predicates/index.ts';
import type { Word } from '../text/words.ts';
import type { PhraseHit, SentenceSituation } from './phrase.ts';

interface Offset {
  start: number;
  length: number;
}

/**
 * The pattern check: compromise match syntax, asked only of sentences that hold one of a pattern's words. A capture
 * named `mark` is what is marked; without one, the whole match is.
 */
export function createPatternCheck(rules: readonly CompiledRule[]): (sentence: SentenceSituation) => PhraseHit[] {
  const patterns = rules.flatMap((rule) =>
    rule.patterns.map((pattern) => ({ rule, words: new Set(pattern.words), net: nlp.parseMatch(pattern.match) })),
  );
  return (sentence) => {
    const candidates = patterns.filter((pattern) =>
      sentence.words.some((word) => word.forms.some((form) => pattern.words.has(form))),
    );
    if (candidates.length === 0) return [];
    const doc = nlp(sentence.text);
    return candidates.flatMap(({ rule, net }) => {
      const match = doc.match(net);
      const captures = match.groups() as Record<string, typeof match>;
      const marked = captures.mark ?? match;
      return (marked.json({ offset: true }) as { terms: { text: string; offset: Offset }[] }[])
        .map(({ terms }) => toSpan(terms.filter((term) => term.text !== '')))
        .filter((span) => span !== undefined)
        .filter((span) => !isSilenced(rule, span, sentence))
        .map((span) => ({ rule, span, tentative: false }));
    });
  };
}

function toSpan(terms: { text: string; offset: Offset }[]) {
  const first = terms[0];
  const last = terms.at(-1);
  return first && last && { start: first.offset.start, end: last.offset.start + last.text.length };
}

function isSilenced(rule: CompiledRule, span: { start: number; end: number }, sentence: SentenceSituation): boolean {
  const inSpan = (word: Word) => word.end > span.start && word.start < span.end;
  const from = sentence.words.findIndex(inSpan);
  const to = sentence.words.findLastIndex(inSpan) + 1;
  return rule.unless.some(
    (exception) => 'predicate' in exception && predicates[exception.predicate]?.({ ...sentence, hit: { from, to } }),
  );
}
