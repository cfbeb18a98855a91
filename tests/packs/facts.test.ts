import { expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { readMark } from '../../lib/packs/examples.ts';
import { readPacks } from '../../lib/packs/read.ts';

const packs = readPacks();
const checker = createChecker(packs);
const drafts = packs.flatMap((pack) =>
  [...pack.sources.values()].flatMap(({ rule }) =>
    Object.keys(rule.examples.wrong).map((example) => readMark(example).text),
  ),
);

/** What agents add to a sentence, and what of it a customer must still be able to read. */
const TAILS: readonly (readonly [tail: string, ...facts: string[]])[] = [
  [' for order KX-48213', 'KX-48213'],
  [' on 3 May', '3 May'],
  [' for Priya Nair', 'Priya Nair'],
  [' by noon on Friday', 'noon', 'Friday'],
  [' in two weeks', 'two weeks'],
  [' at £45.50', '£45.50'],
  [' next month', 'next month'],
  [' (30% of it)', '30%'],
  [' as on https://example.com/fees', 'https://example.com/fees'],
];
/** Each draft meets some of them, all of them meet many drafts. */
const EACH = 2;

it('no rewrite of any rule loses a number, a name, a day, a sum or a link', { timeout: 120_000 }, () => {
  const lost: string[] = [];
  let offered = 0;
  for (const [index, draft] of drafts.entries()) {
    const [, words = '', end = ''] = /^(.*?)([.!?]*)$/s.exec(draft) ?? [];
    for (let at = 0; at < EACH; at++) {
      const [tail, ...facts] = TAILS[(index + at * EACH) % TAILS.length] ?? [''];
      const text = words + tail + (end || '.');
      for (const { span, text: rewrite } of checker.check(text).flatMap((flag) => flag.rewrites)) {
        offered++;
        const told = text.slice(0, span.start) + rewrite + text.slice(span.end);
        if (!facts.every((fact) => told.includes(fact))) lost.push(`${text} → ${told}`);
      }
    }
  }
  expect(lost).toEqual([]);
  // So that silence is no way to pass.
  expect(offered).toBeGreaterThan(drafts.length / 2);
});
