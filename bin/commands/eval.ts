import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { getPart } from '../draw.ts';
import { drawFlags, findFlags, listFaults, type Reply } from '../listing.ts';
import { count, createScore, type Labelled, type Score, toList, toTable } from '../score.ts';
import { InputError, type Row, readArgs, readCount, readRows, runCommand, write } from '../streams.ts';

const OPTIONS = {
  errors: { type: 'string' },
  rule: { type: 'string' },
  rules: { type: 'boolean' },
  part: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string' },
} as const;

/**
 * `cando eval [--errors N] [--rule ID] [--rules] [--part K/N] [--sample N] [--seed S] FILE...`: how the flags compare
 * with the labels of coaches, or flags drawn at random with their first rewrite.
 */
export function evalCommand(args: string[]): Promise<number> {
  return runCommand('eval', async () => {
    const { values, positionals } = readArgs(args, OPTIONS);
    const seed = readCount('seed', values.seed, 1);
    const isChosen = readPart(values.part);
    const replies: Reply[] = [];
    const packs = readCompiledPacks();
    const { rule } = values;
    if (rule !== undefined && !packs.some(({ rules }) => rules.some(({ id }) => id.startsWith(rule))))
      throw new InputError(`no rule or pack starts with "${rule}"`);
    const checker = createChecker(packs);
    for (const source of positionals.length > 0 ? positionals : ['-']) {
      for await (const { row, place } of readRows(source)) {
        if (isChosen(String(row.id))) replies.push(readReply(row, place, checker, values.sample === undefined));
      }
    }
    if (values.sample !== undefined) {
      await write(drawFlags(replies, readCount('sample', values.sample, 0), seed, values.rule));
      return 0;
    }
    await write(toTable(scoreAll(replies, values.rule)));
    if (values.rules) await write(`\n${toList(scoreRules(replies, values.rule))}`);
    const most = readCount('errors', values.errors, 0);
    if (most > 0) await write(`\n${listFaults(replies, values.rule, most, seed)}`);
    return 0;
  });
}

/** "1/3": the first of three parts, told by the ids. */
function readPart(written: string | undefined): (id: string) => boolean {
  if (written === undefined) return () => true;
  const [, part, parts] = /^(\d{1,3})\/(\d{1,3})$/.exec(written)?.map(Number) ?? [];
  if (!part || !parts || part > parts) throw new InputError(`--part takes a part such as 1/3, not "${written}"`);
  return (id) => getPart(id, parts) === part;
}

function readReply(row: Row & Record<string, unknown>, place: string, checker: Checker, isLabelled: boolean): Reply {
  const { id, text, customer, channel, sentences } = row;
  if (isLabelled && !Array.isArray(sentences)) throw new InputError(`${place}: "sentences" is missing`);
  const labelled = Array.isArray(sentences) ? sentences.map((sentence) => readLabels(sentence, place)) : [];
  const flags = checker.check(text, customer === undefined ? {} : { customer });
  return {
    id,
    text,
    ...(customer !== undefined && { customer }),
    channel: typeof channel === 'string' ? channel : undefined,
    sentences: labelled,
    flags: flags.filter(({ category }) => category !== 'blank'),
  };
}

function readLabels(raw: unknown, place: string): Labelled {
  const { start, end, both, one } = (raw ?? {}) as Record<string, unknown>;
  if (!Number.isInteger(start) || !Number.isInteger(end))
    throw new InputError(`${place}: a sentence has no start and end`);
  return { start: start as number, end: end as number, both: readNames(both, place), one: readNames(one, place) };
}

function readNames(raw: unknown, place: string): string[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw) || raw.some((name) => typeof name !== 'string')) {
    throw new InputError(`${place}: the labels of a sentence are no list of names`);
  }
  return raw;
}

function scoreAll(replies: readonly Reply[], rule: string | undefined): Map<string, Score> {
  const categories = new Set<string>();
  const channels = new Set<string>();
  for (const { flags, sentences, channel } of replies) {
    for (const { category } of flags) categories.add(category);
    for (const { both, one } of sentences) for (const name of [...both, ...one]) categories.add(name);
    if (channel !== undefined) channels.add(channel);
  }
  const own = rule?.split('/')[0];
  const names = [...categories].sort().filter((name) => own === undefined || name === own);
  const scores = new Map([...names, 'any', ...[...channels].sort()].map((name) => [name, createScore()]));
  for (const reply of replies) {
    for (const sentence of reply.sentences) {
      const { both, one } = sentence;
      const flags = findFlags(reply, sentence, rule);
      for (const name of names) {
        const isWanted = both.includes(name);
        const isFlagged = flags.some(({ category }) => category === name);
        count(scores.get(name) as Score, isFlagged, isWanted || one.includes(name), isWanted);
      }
      for (const name of ['any', ...(reply.channel === undefined ? [] : [reply.channel])]) {
        count(scores.get(name) as Score, flags.length > 0, both.length + one.length > 0, both.length > 0);
      }
    }
  }
  return scores;
}

/** The precision of each rule by itself, the busiest first. */
function scoreRules(replies: readonly Reply[], rule: string | undefined): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const reply of replies) {
    for (const sentence of reply.sentences) {
      const met = new Set(findFlags(reply, sentence, rule));
      for (const { ruleId, category } of met) {
        const score = scores.get(ruleId) ?? createScore();
        scores.set(ruleId, score);
        count(score, true, [...sentence.both, ...sentence.one].includes(category), false);
      }
    }
  }
  return new Map([...scores].sort(([, a], [, b]) => b.flagged - a.flagged));
}
