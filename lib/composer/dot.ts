import type { Block, Mark } from '../editors/editor.ts';
import type { PageFlag } from './check.ts';

/** What is drawn of these flags: a line under the words, or a dot under their first letter where the agent does without the rule. */
export function toMarks(flags: ReadonlyMap<Block, readonly PageFlag[]>): Map<Block, readonly Mark[]> {
  return new Map([...flags].map(([block, all]) => [block, all.map(toMark)]));
}

function toMark(flag: PageFlag): Mark {
  const { isFaded, wording, span } = flag;
  if (!isFaded) return flag;
  // A letter may take two units.
  const [letter = ''] = wording;
  return { span: { start: span.start, end: span.start + letter.length }, severity: 'dot' };
}
