import { collectBlankNames, findBlanks } from './blanks.ts';
import { findNeighbours, judgeAround, spanToNext, toPassage } from './checks/around.ts';
import { resolveOverlaps } from './checks/overlaps.ts';
import { createPhraseCheck, type PhraseHit } from './checks/phrase.ts';
import { endsDraft, isQuotation } from './exclusions.ts';
import type { CompiledPack, CompiledPattern, CompiledRule } from './pack.ts';
import { isForeign } from './text/language.ts';
import { type Sentence, splitSentences } from './text/sentences.ts';
import { splitWords } from './text/words.ts';
import type { Context, Finding, Passage, Reader, Severity, Span, Variety } from './types.ts';

export interface ScannerOptions {
  /** Ids of rules that are switched off. */
  off?: ReadonlySet<string>;
  /** Severities that replace a rule's own, by rule id. */
  severities?: Readonly<Record<string, Severity>>;
  /** The English that the agent writes; without it every rule speaks, and a rewrite spells as the reply does. */
  variety?: Variety;
}

export interface Scan {
  /** In order of their start. */
  findings: Finding[];
  /** Sentences that a grammar rule may have something to say of, and what it is to be asked. */
  unsure: (Span & { passage: Passage })[];
}

/**
 * The phrase pass: cheap, synchronous, without grammar. Runs on every change of a draft.
 */
export interface Scanner {
  /**
   * Finds the phrases of a whole reply, or of one of its paragraphs. A sentence that was scanned before is not
   * scanned again.
   *
   * @returns spans in UTF-16 units of `text`
   */
  scan(text: string, context?: Context): Scan;
  /** Makes ready, in one small step more, for a public reply's first scan; false when there is nothing left to do. */
  prepare(): boolean;
}

/** What one sentence holds, with spans relative to its start. */
interface SentenceScan {
  findings: Finding[];
  /** The hits, where the sentences around it may clear one: then `findings` are those of no sentence around it. */
  hits: readonly PhraseHit[] | undefined;
  unsure: 'no' | 'alone' | 'with neighbours';
}

type Memory = Map<string, SentenceScan>;

/** Sentences that are remembered, of each kind. */
const MEMORY = 2000;
const NO_CONTEXT: Context = {};

/** The rules that speak under these options and to this reader, with the severity they have there. */
export function chooseRules(packs: readonly CompiledPack[], options: ScannerOptions, reader: string): CompiledRule[] {
  return packs
    .flatMap((pack) => pack.rules)
    .filter((rule) => !rule.off && !options.off?.has(rule.id) && (reader !== 'internal' || rule.notes))
    .filter((rule) => !options.variety || !rule.notIn?.includes(options.variety))
    .filter((rule) => !rule.onlyIn || rule.onlyIn === options.variety)
    .map((rule) => ({ ...rule, severity: options.severities?.[rule.id] ?? rule.severity }));
}

/**
 * Makes a scanner of compiled packs.
 *
 * @throws {RangeError} when a pack holds a phrase that cannot be compiled
 */
export function createScanner(packs: readonly CompiledPack[], options: ScannerOptions = {}): Scanner {
  const names = collectBlankNames(packs);
  // Made when first asked for: on a page each costs some ten milliseconds, and most pages need one.
  const readers: Partial<Record<Reader, ReturnType<typeof createReader>>> = {};

  function createReader(reader: Reader) {
    const rules = chooseRules(packs, options, reader);
    const search = createPhraseCheck(packs, rules);
    const looking = new Set(
      rules.filter((rule) => rule.unless.some((exception) => exception.in)).flatMap((rule) => rule.patterns),
    );
    return {
      search,
      judgeUnsure: (patterns: ReadonlySet<CompiledPattern>): SentenceScan['unsure'] => {
        if (patterns.size === 0) return 'no';
        return [...patterns].some((pattern) => looking.has(pattern)) ? 'with neighbours' : 'alone';
      },
      memories: [new Map(), new Map(), new Map(), new Map()] as Memory[],
      customer: undefined as string | undefined,
    };
  }

  function getReader(who: Reader) {
    readers[who] ??= createReader(who);
    return readers[who];
  }

  return {
    prepare: () => getReader('public').search.prepare(),
    scan(text, context = NO_CONTEXT) {
      const reader = getReader(context.reader ?? 'public');
      if (reader.customer !== context.customer) for (const memory of reader.memories) memory.clear();
      reader.customer = context.customer;
      const scan: Scan = { findings: [], unsure: [] };
      let offset = 0;
      for (const line of text.split('\n')) {
        if (endsDraft(line)) break;
        if (!isQuotation(line)) scanLine(line, offset, context, reader, scan);
        offset += line.length + 1;
      }
      return scan;
    },
  };

  function scanLine(
    line: string,
    offset: number,
    context: Context,
    reader: ReturnType<typeof createReader>,
    scan: Scan,
  ) {
    const sentences = splitSentences(line);
    for (const [index, sentence] of sentences.entries()) {
      const text = line.slice(sentence.start, sentence.end);
      // The same words say something else as a list item, or when the last may go on.
      const memory = reader.memories[(sentence.item ? 2 : 0) + (sentence.spaced ? 1 : 0)] as Memory;
      let known = memory.get(text);
      if (!known) {
        const words = splitWords(text);
        const local = { ...sentence, start: 0, end: text.length };
        const { found, patterns } = reader.search.find({ text, sentence: local, words, context });
        const unsure = reader.judgeUnsure(patterns);
        const isQuiet = (found.length > 0 || unsure !== 'no') && isForeign(words);
        const hits = isQuiet ? [] : found;
        known = {
          findings: scanBlanks(text, local),
          hits: hits.some((hit) => hit.judgeAround) ? hits : undefined,
          unsure: isQuiet ? 'no' : unsure,
        };
        if (!known.hits) known.findings.unshift(...resolveOverlaps(hits).map((hit) => toFinding(hit, local)));
        if (memory.size >= MEMORY) memory.clear();
        memory.set(text, known);
      }
      const at = offset + sentence.start;
      if (known.hits) scanAround(known.hits, line, sentences, index, context, offset, scan);
      for (const finding of known.findings) scan.findings.push(shiftFinding(finding, at));
      if (known.unsure !== 'no') {
        const passage = toPassage(line, sentences, index, known.unsure === 'with neighbours');
        scan.unsure.push({ start: at, end: offset + sentence.end, passage });
      }
    }
  }

  /** Judges the hits of a sentence by its neighbours: outside the memory, for the same words may stand elsewhere. */
  function scanAround(
    hits: readonly PhraseHit[],
    line: string,
    sentences: readonly Sentence[],
    index: number,
    context: Context,
    offset: number,
    scan: Scan,
  ) {
    const sentence = sentences[index] as Sentence;
    const local = { start: 0, end: sentence.end - sentence.start };
    const waitsOn = shift(spanToNext(sentence, sentences[index + 1]), offset);
    const standing = resolveOverlaps(judgeAround(hits, findNeighbours(line, sentences, index, context)));
    for (const hit of standing) {
      const finding = shiftFinding(toFinding(hit, local), offset + sentence.start);
      scan.findings.push(hit.mayClearNext ? { ...finding, waitsOn } : finding);
    }
  }

  function scanBlanks(text: string, sentence: Span): Finding[] {
    return findBlanks(text)
      .filter((blank) => names.has(blank.name.toLowerCase()))
      .map(({ start, end }) => ({
        ruleId: 'blank',
        category: 'blank',
        severity: 'error',
        span: { start, end },
        sentence: { start: sentence.start, end: sentence.end },
        tentative: false,
      }));
  }
}

export function toFinding(hit: PhraseHit, sentence: Span): Finding {
  return {
    ruleId: hit.rule.id,
    category: hit.rule.category,
    severity: hit.rule.severity,
    span: hit.span,
    sentence: { start: sentence.start, end: sentence.end },
    tentative: hit.tentative,
    ...(hit.phrase !== undefined && { phrase: hit.phrase }),
    ...(hit.instead && { instead: hit.instead }),
  };
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** A finding with every place in it moved. */
export function shiftFinding(finding: Finding, by: number): Finding {
  const { span, sentence, waitsOn } = finding;
  return {
    ...finding,
    span: shift(span, by),
    sentence: shift(sentence, by),
    ...(waitsOn && { waitsOn: shift(waitsOn, by) }),
  };
}
