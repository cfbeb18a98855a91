import { expect, it } from 'vitest';
import type { PageFlag } from '../../lib/composer/check.ts';
import { toMarks } from '../../lib/composer/dot.ts';
import { createFinding } from './coached-box.ts';

function mark(text: string, words: string, isFaded: boolean) {
  const block = { id: 1, text };
  const found = createFinding(text, words);
  const flag: PageFlag = { ...found, ...(isFaded && { isFaded }), wording: words, block, key: '1', covered: [] };
  const [drawn] = toMarks(new Map([[block, [flag]]])).get(block) ?? [];
  return [drawn?.severity, text.slice(drawn?.span.start, drawn?.span.end)];
}

it('A phrase of a rule that the agent does without is marked under its first letter alone, of one unit or two', () => {
  expect(mark('Sorry, we cannot.', 'we cannot', false)).toEqual(['warning', 'we cannot']);
  expect(mark('Sorry, we cannot.', 'we cannot', true)).toEqual(['dot', 'w']);
  expect(mark('Sorry, 🙂 cannot.', '🙂 cannot', true)).toEqual(['dot', '🙂']);
});
