import { describe, expect, it } from 'vitest';
import { createCheck, nameCovered, type PageFlag } from '../../lib/composer/check.ts';
import type { Finding, Passage } from '../../lib/engine/types.ts';

const block = (text: string, id = 1) => ({ id, text });

/** Flags every "can't"; doubtful while it is the last word, as "can't wait" may come. */
function scan(text: string) {
  const findings = [...text.matchAll(/can't/g)].map(
    (match): Finding => ({
      ruleId: 'pack/cannot',
      category: 'pack',
      severity: 'warning',
      span: { start: match.index, end: match.index + 5 },
      sentence: { start: 0, end: text.trimEnd().length },
      tentative: match.index + 5 >= text.length - 1,
    }),
  );
  return { findings, unsure: text.includes('policy') ? [{ start: 0, end: text.length, passage: { text } }] : [] };
}

function create({
  ignored = (_: PageFlag): boolean => false,
  patterns = (_: Passage): Finding[] | undefined => undefined,
  onScan = () => {},
} = {}) {
  return createCheck({
    scan(text) {
      onScan();
      return scan(text);
    },
    findPatterns: patterns,
    merge: (a, b) => [...a, ...b],
    isIgnored: ignored,
  });
}

/** As above, all of the slightest kind. */
function createSlight(more: Partial<Parameters<typeof createCheck>[0]> = {}) {
  const slight = (text: string) => {
    const { findings } = scan(text);
    return { findings: findings.map((finding): Finding => ({ ...finding, severity: 'info' })), unsure: [] };
  };
  return createCheck({ scan: slight, findPatterns: () => [], merge: (a) => [...a], isIgnored: () => false, ...more });
}

const caretAtEnd = (one: { id: number; text: string }) => ({ block: one, offset: one.text.length });

describe('Marks while one types', () => {
  it('wait while the next words could clear the phrase', () => {
    const check = create();
    const first = block("we can't");
    expect(check.update([first], caretAtEnd(first), false).flags).toEqual([]);
    const next = block("we can't do");
    expect(check.update([next], caretAtEnd(next), false).flags).toHaveLength(1);
  });

  it('wait also right after the space that begins the next word', () => {
    const check = create();
    const draft = block("we can't ");
    expect(check.update([draft], caretAtEnd(draft), false).flags).toEqual([]);
  });

  it('appear when the agent pauses, or goes elsewhere', () => {
    const check = create();
    const draft = block("we can't");
    check.update([draft], caretAtEnd(draft), false);
    expect(check.update([draft], caretAtEnd(draft), true).flags).toHaveLength(1);
    const other = create();
    expect(other.update([draft], { block: block('x', 2), offset: 0 }, false).flags).toHaveLength(1);
  });

  it('wait while the caret is in the next sentence, when that one could clear them', () => {
    const text = "We can't do it. So";
    const finding = { ...(scan(text).findings[0] as Finding), tentative: true, sentence: { start: 0, end: 15 } };
    const check = createCheck({
      scan: () => ({ findings: [{ ...finding, waitsOn: { start: 0, end: 18 } }], unsure: [] }),
      findPatterns: () => [],
      merge: (found) => [...found],
      isIgnored: () => false,
    });
    const draft = block(text);
    expect(check.update([draft], caretAtEnd(draft), false).flags).toEqual([]);
    expect(check.update([draft], caretAtEnd(draft), true).flags).toHaveLength(1);
  });

  it('do not flicker once they were shown', () => {
    const check = create();
    const shown = block("we can't");
    check.update([shown], caretAtEnd(shown), true);
    const again = block("we can't ");
    expect(check.update([again], caretAtEnd(again), false).flags).toHaveLength(1);
  });

  it('stay the same flag while words come before them', () => {
    const check = create();
    const [before] = check.update([block("we can't do")], undefined, true).flags;
    const [after] = check.update([block("Sorry, we can't do")], undefined, true).flags;
    expect(after?.key).toBe(before?.key);
  });

  it('are drawn anew only where something changed', () => {
    const check = create();
    const a = block("we can't do", 1);
    const b = block("you can't go", 2);
    expect(check.update([a, b], undefined, true).repaint.size).toBe(2);
    const c = block("you can't go now", 2);
    expect([...check.update([a, c], undefined, true).repaint.keys()]).toEqual([c]);
    expect(check.update([a, c], undefined, true).repaint.size).toBe(0);
  });
});

describe('Checking a draft', () => {
  it('never looks twice at a paragraph that did not change', () => {
    let scans = 0;
    const check = create({ onScan: () => scans++ });
    const blocks = [block("we can't do", 1), block('fine', 2)];
    check.update(blocks, undefined, true);
    check.update(blocks, undefined, true);
    expect(scans).toBe(2);
    check.update([blocks[0] as (typeof blocks)[0], block('fine.', 2)], undefined, true);
    expect(scans).toBe(3);
  });

  it('ends where the quoted history begins', () => {
    const check = create();
    const blocks = [
      block('Hello.', 1),
      block('On Monday, 3 May 2027, Tom <tom@example.com> wrote:', 2),
      block("I can't wait here", 3),
    ];
    expect(check.update(blocks, undefined, true).flags).toEqual([]);
  });

  it('takes what the grammar rules found when it is known', () => {
    const found: Finding[] = [
      {
        ruleId: 'pack/grammar',
        category: 'pack',
        severity: 'info',
        span: { start: 0, end: 3 },
        sentence: { start: 0, end: 9 },
        tentative: false,
      },
    ];
    let known: Finding[] | undefined;
    const check = create({ patterns: () => known });
    const draft = block('our policy');
    expect(check.update([draft], undefined, true).flags).toEqual([]);
    known = found;
    const { flags, repaint } = check.update([draft], undefined, true);
    expect(flags.map((flag) => flag.wording)).toEqual(['our']);
    expect(repaint.has(draft)).toBe(true);
  });

  it('shows three slight remarks in a draft, in whichever paragraphs, and the next when one goes', () => {
    const check = createSlight();
    const blocks = [1, 2, 3, 4].map((id) => block("I can't do it", id));
    const before = check.update(blocks, undefined, true);
    expect(before.flags).toHaveLength(3);
    expect(before.unshown).toBe(1);
    const [first, ...others] = blocks;
    const { flags, repaint, unshown } = check.update([block('I can do it', first?.id), ...others], undefined, true);
    expect(flags.map((flag) => flag.block.id)).toEqual([2, 3, 4]);
    expect(repaint.has(others[2] as (typeof others)[0])).toBe(true);
    expect(unshown).toBe(0);
  });

  it('brings up no other slight remark for one that was ignored', () => {
    const ignored = new Set<string>();
    const check = createSlight({ isIgnored: ({ key }) => ignored.has(key), countPassed: () => ignored.size });
    const blocks = [1, 2, 3, 4].map((id) => block("I can't do it", id));
    const [first] = check.update(blocks, undefined, true).flags;
    ignored.add(first?.key ?? '');
    const { flags, unshown } = check.update(blocks, undefined, true, true);
    expect(flags.map((flag) => flag.block.id)).toEqual([2, 3]);
    expect(unshown).toBe(1);
  });

  it('knows which other categories speak of the words that a mark stands for, once they are known', () => {
    let known: Finding[] | undefined;
    const check = create({ patterns: () => known });
    const draft = block("we can't, by policy");
    expect(check.update([draft], undefined, true).flags[0]?.covered).toEqual([]);
    const [cannot] = scan(draft.text).findings as [Finding];
    const other: Finding = { ...cannot, ruleId: 'other/rule', category: 'other', severity: 'info' };
    known = [other, { ...other, ruleId: 'other/more' }];
    const { flags } = check.update([draft], undefined, true);
    expect(flags.map(({ ruleId }) => ruleId)).toEqual(['pack/cannot']);
    expect(nameCovered(flags[0] as PageFlag, new Map([['other', 'Something else']]))).toEqual(['Something else']);
  });

  it('leaves out what is ignored, and that alone', () => {
    const check = create({ ignored: (flag) => flag.key.endsWith(' 1') });
    const { flags } = check.update([block("we can't do, you can't go now")], undefined, true);
    expect(flags.map((flag) => flag.span.start)).toEqual([17]);
  });
});
