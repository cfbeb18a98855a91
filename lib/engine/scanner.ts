import { collectBlankNames, findBlanks } from './blanks.ts';
import { createCandidates } from './checks/candidates.ts';
import { createPhraseCheck, type PhraseHit } from './checks/phrase.ts';
import { endsDraft, isQuotation } from './exclusions.ts';
import type { CompiledPack, CompiledRule } from './pack.ts';
import { splitSentences } from './text/sentences.ts';
import { splitWords } from './text/words.ts';
import type { Context, Finding, Severity, Span } from './types.ts';

export interface ScannerOptions {
  /** Ids of rules that are switched off. */
  off?: ReadonlySet<string>;
  /** Severities that replace a rule's own, by rule id. */
  severities?: Readonly<Record<string, Severity>>;
}

export interface Scan {
  /** In order of their start. */
  findings: Finding[];
  /** Sentences that a grammar rule may have something to say of. */
  unsure: Span[];
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
}

/** Findings of one sentence, with spans relative to its start. */
interface SentenceScan {
  findings: Finding[];
  unsure: boolean;
}

type Memory = Map<string, SentenceScan>;

/** Sentences that are remembered, of each kind. */
const MEMORY = 2000;
const NO_CONTEXT: Context = {};

/** The rules that speak under these options and to this reader, with the severity they have there. */
export function chooseRules(packs: readonly CompiledPack[], options: ScannerOptions, reader: string): CompiledRule[] {
  return packs
    .flatMap((pack) => pack.rules)
    .filter((rule) => !options.off?.has(rule.id) && (reader !== 'internal' || rule.notes))
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
  const readers: Partial<Record<'public' | 'internal', ReturnType<typeof createReader>>> = {};

  function createReader(reader: 'public' | 'internal') {
    const rules = chooseRules(packs, options, reader);
    const check = createPhraseCheck(packs, rules);
    const findCandidates = createCandidates(packs, rules);
    return {
      check,
      findCandidates,
      memories: [new Map(), new Map(), new Map(), new Map()] as Memory[],
      customer: undefined as string | undefined,
    };
  }

  return {
    scan(text, context = NO_CONTEXT) {
      const who = context.reader ?? 'public';
      const reader = readers[who] ?? createReader(who);
      readers[who] = reader;
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
    for (const sentence of splitSentences(line)) {
      const text = line.slice(sentence.start, sentence.end);
      // The same words say something else as a list item, or when the last may go on.
      const memory = reader.memories[(sentence.item ? 2 : 0) + (sentence.spaced ? 1 : 0)] as Memory;
      let known = memory.get(text);
      if (!known) {
        const words = splitWords(text);
        const local = { ...sentence, start: 0, end: text.length };
        const hits = reader.check({ text, sentence: local, words, context });
        known = {
          findings: [...hits.map((hit) => toFinding(hit, local)), ...scanBlanks(text, local)],
          unsure: reader.findCandidates(words).size > 0,
        };
        if (memory.size >= MEMORY) memory.clear();
        memory.set(text, known);
      }
      const at = offset + sentence.start;
      for (const finding of known.findings) {
        scan.findings.push({ ...finding, span: shift(finding.span, at), sentence: shift(finding.sentence, at) });
      }
      if (known.unsure) scan.unsure.push({ start: at, end: offset + sentence.end });
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

function toFinding(hit: PhraseHit, sentence: Span): Finding {
  return {
    ruleId: hit.rule.id,
    category: hit.rule.category,
    severity: hit.rule.severity,
    span: hit.span,
    sentence: { start: sentence.start, end: sentence.end },
    tentative: hit.tentative,
  };
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
