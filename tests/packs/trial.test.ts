import { expect, it } from 'vitest';
import { DRAFT, isRewritten } from '../../components/welcome/draft.ts';
import { createChecker } from '../../lib/engine/checker.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';

it('notices each rewrite of the sentence to try, and not the sentence itself', () => {
  const [flag, ...others] = createChecker(readCompiledPacks()).check(DRAFT);
  const texts = (flag?.rewrites ?? []).map(
    ({ span, text }) => DRAFT.slice(0, span.start) + text + DRAFT.slice(span.end),
  );
  expect(others).toEqual([]);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => !isRewritten(text))).toEqual([]);
  expect(isRewritten(DRAFT)).toBe(false);
});
