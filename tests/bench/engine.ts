import writeGood from 'write-good';
import { createCheck } from '../../lib/composer/check.ts';
import { createChecker } from '../../lib/engine/checker.ts';
import { mergeFindings } from '../../lib/engine/merge.ts';
import type { CompiledPack, CompiledRule } from '../../lib/engine/pack.ts';
import { createScanner } from '../../lib/engine/scanner.ts';
import { assemblePack } from '../../lib/packs/compile.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { createReplies } from './replies.ts';
import { getMedian, type Line } from './report.ts';

const REPLIES = 2000;
const ROUNDS = 5;
/** Characters of the texts whose cost for each character must be alike, from the shortest to the longest. */
const LENGTHS = [250, 1_000, 4_000, 16_000, 64_000];
const MANY_RULES = 5_000;
const KEYS = 20;
/** Runs of letters in each draft, of which the fastest counts. */
const TURNS = 12;

/** What the engine costs, in one run over distinct replies; whatever is compared takes turns. */
export function measureEngine(): Line[] {
  const packs = readCompiledPacks();
  return [measureRates(packs), measureLengths(packs), measureEdits(packs), measureRules(packs)];
}

/** Flags only, every guard on, beside write-good. */
function measureRates(packs: readonly CompiledPack[]): Line {
  const [ours = 0, theirs = 0] = compare([createChecker(packs).check, writeGood]);
  const rate = ours / theirs;
  return {
    what: `engine, flags only: replies a second beside write-good's ${Math.round(theirs)}`,
    budget: '≥ 0.5 ×',
    measured: `${rate.toFixed(2)} × (${Math.round(ours)})`,
    kept: rate >= 0.5,
  };
}

/** Replies a second of each, the median of rounds in which they take turns. */
function compare(checks: readonly ((text: string) => unknown)[]): number[] {
  const rates = checks.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    // Other sentences in each round: what is remembered from the one before helps nothing.
    const replies = createReplies(REPLIES, round + 1);
    for (const [index, check] of checks.entries()) {
      const start = performance.now();
      for (const text of replies) check(text);
      const rate = (replies.length / (performance.now() - start)) * 1000;
      if (round > 0) rates[index]?.push(rate);
    }
  }
  return rates.map(getMedian);
}

/** The least of some times: whatever else the machine does only ever adds. */
function getBest(times: readonly number[]): number {
  return Math.min(...times);
}

/** The same sentences in texts of different lengths. */
function measureLengths(packs: readonly CompiledPack[]): Line {
  const costs = LENGTHS.map((): number[] => []);
  const shares = LENGTHS.map((): number[] => []);
  for (let round = 0; round <= ROUNDS * 3; round++) {
    const sentences = createReplies(600, 100 + round)
      .join(' ')
      .slice(0, 64_000);
    const warming = cut(createReplies(60, 900 + round).join(' '), 1_000);
    const times = LENGTHS.map(() => 0);
    for (const turn of LENGTHS.keys()) {
      // Each comes first in some round.
      const index = (turn + round) % LENGTHS.length;
      const texts = cut(sentences, LENGTHS[index] as number);
      // A new checker for each, so that none finds the sentences remembered; its rules are compiled before.
      const { check } = createChecker(packs);
      for (const text of warming) check(text);
      const start = performance.now();
      for (const text of texts) check(text);
      times[index] = (performance.now() - start) / sentences.length;
    }
    if (round === 0) continue;
    // Compared within the round: other rounds have other sentences.
    for (const [index, time] of times.entries()) {
      costs[index]?.push(time);
      shares[index]?.push(time / getMedian(times));
    }
  }
  const usual = shares.map(getMedian);
  const spread = Math.max(...usual) / Math.min(...usual);
  return {
    what: `engine, cost for each character from ${LENGTHS[0]} to ${LENGTHS.at(-1)} characters`,
    budget: '≤ 1.3 ×',
    measured: `${spread.toFixed(2)} × (${costs.map((times) => (getMedian(times) * 1000).toFixed(2)).join(', ')} µs)`,
    kept: spread <= 1.3,
  };
}

/** Pieces of about this length, cut between words. */
function cut(text: string, length: number): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.lastIndexOf(' ', from + length);
    const to = from + length >= text.length || space <= from ? text.length : space;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

/** A letter typed in the middle of a draft of paragraphs, as the page checks it. */
function measureEdits(packs: readonly CompiledPack[]): Line {
  const rules = new Map<string, CompiledRule>(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule])));
  const ratios: number[] = [];
  const costs: number[] = [];
  for (let seed = 1; seed <= ROUNDS * 3; seed++) {
    const type = [200, 1_000].map((words) => createTypist(packs, rules, words, seed));
    const times: number[][] = type.map(() => []);
    // The two take turns, so that whatever else the machine does meets both.
    for (let turn = 0; turn < TURNS; turn++) for (const [index, key] of type.entries()) times[index]?.push(key(turn));
    const [short = 0, long = 0] = times.map(getBest);
    ratios.push(long / short);
    costs.push(long);
  }
  const ratio = getMedian(ratios);
  return {
    what: 'engine, a letter in a draft of 1,000 words beside one of 200',
    budget: '≤ 1.3 ×',
    measured: `${ratio.toFixed(2)} × (${(getMedian(costs) * 1000).toFixed(0)} µs)`,
    kept: ratio <= 1.3,
  };
}

/** Types a run of letters in a draft of so many words; says how many milliseconds one of them took. */
function createTypist(
  packs: readonly CompiledPack[],
  rules: ReadonlyMap<string, CompiledRule>,
  words: number,
  seed: number,
): (turn: number) => number {
  const scanner = createScanner(packs);
  const check = createCheck({
    scan: (text) => scanner.scan(text),
    findPatterns: () => [],
    merge: (phrases, patterns) => mergeFindings(phrases, patterns, rules),
    isIgnored: () => false,
  });
  const all = createReplies(200, seed).join(' ').split(' ').slice(0, words);
  const count = words / 40;
  const middle = Math.floor(count / 2);
  // The paragraph in the middle is the same whatever the length.
  const paragraph = (id: number) => {
    const from = ((id + count - middle) % count) * 40;
    return { id, text: all.slice(from, from + 40).join(' ') };
  };
  const draft = Array.from({ length: count }, (_, id) => paragraph(id));
  while (check.update(draft, undefined, true).isPartial);
  return (turn) => {
    let blocks = draft;
    const start = performance.now();
    for (let key = 1; key <= KEYS; key++) {
      blocks = [...blocks];
      // Never the same letters twice: what is remembered of a sentence helps nothing.
      const block = { id: middle, text: `${draft[middle]?.text} ${turn}${'x'.repeat(key)}` };
      blocks[middle] = block;
      check.update(blocks, { block, offset: block.text.length }, false);
    }
    return (performance.now() - start) / KEYS;
  };
}

/** Thousands of phrases more, such as a team may import; none of them meets a reply. */
function measureRules(packs: readonly CompiledPack[]): Line {
  const many = [...packs, createManyRules(packs)];
  const [own = 0, more = 0] = compare([createChecker(packs).check, createChecker(many).check]);
  const ratio = own / more;
  return {
    what: `engine, ${MANY_RULES} phrase rules more beside the built-in ones`,
    budget: '≤ 1.5 ×',
    measured: `${ratio.toFixed(2)} ×`,
    kept: ratio <= 1.5,
  };
}

function createManyRules([first]: readonly CompiledPack[]): CompiledPack {
  const base = first?.rules[0] as CompiledRule;
  const rules = Array.from({ length: MANY_RULES }, (_, index): CompiledRule => {
    const phrases = [`we never frob${index} the`];
    return { ...base, id: `many/rule-${index}`, category: 'many', phrases, patterns: [], unless: [] };
  });
  return assemblePack('many', { name: 'Many', about: 'For measuring.' }, {}, rules);
}
