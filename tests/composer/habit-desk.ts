import { createCheck, type PageFlag } from '../../lib/composer/check.ts';
import type { Coach } from '../../lib/composer/coach.ts';
import { createHabits } from '../../lib/composer/habits.ts';
import type { Block } from '../../lib/editors/editor.ts';
import type { Finding, Rewrite } from '../../lib/engine/types.ts';
import type { Site } from '../../lib/sites/site.ts';
import { addDelta, createDay, type RuleCounts } from '../../lib/stats/counts.ts';

/** What is flagged: `cannot`, `sorry`, `unable`; and what is graver, beside which the last is not flagged. */
const RULES = [
  { ruleId: 'tone/cannot', category: 'tone', severity: 'warning', words: /\bcannot\b/g },
  { ruleId: 'tone/sorry', category: 'tone', severity: 'warning', words: /\bsorry\b/g },
  { ruleId: 'blame/you', category: 'blame', severity: 'error', words: /\byou cannot\b/g },
  { ruleId: 'tone/unable', category: 'tone', severity: 'warning', words: /(?<!simply )\bunable\b/g },
  { ruleId: 'blame/simply', category: 'blame', severity: 'error', words: /\bsimply unable\b/g },
] as const;

let ids = 0;

/** A reply box of plain paragraphs with its habits counted. Fake timers must be on. */
export function createHabitDesk(site: Partial<Site> = {}) {
  const life = new AbortController();
  const element = document.createElement('div');
  document.body.append(element);
  const off = new Set<string>();
  const ignored = new Set<string>();
  let day = createDay('2026-11-22', 'desk');
  let flushes = 0;
  const tally = {
    add(delta: object) {
      day = addDelta(day, { day: day.day, ...delta } as never);
    },
    flush() {
      flushes++;
    },
    forget() {},
  };
  const coach = {
    tally,
    getVersion: () => '1.0.0',
    isSpeaking: (ruleId: string) => !off.has(ruleId),
    listSpeaking: () => ['blame@1.0.0', 'tone@1.0.0'],
  };
  let blocks: Block[] = [];
  let flags: readonly PageFlag[] = [];
  let isThere = true;
  let isInternal = false;
  let isSilent = false;
  const isIgnored = (flag: PageFlag) => ignored.has(flag.wording);

  function scan(text: string) {
    const findings = RULES.filter(({ ruleId }) => !off.has(ruleId)).flatMap(({ words, ...rule }) =>
      [...text.matchAll(words)].map((met): Finding => {
        const span = { start: met.index, end: met.index + met[0].length };
        const sentence = {
          start: text.lastIndexOf('.', span.start) + 1,
          end: (text.indexOf('.', span.end) + text.length + 1) % (text.length + 1),
        };
        return { ...rule, span, sentence, tentative: false, phrase: words.source };
      }),
    );
    return { findings: findings.sort((a, b) => a.span.start - b.span.start), unsure: [] };
  }
  const check = createCheck({ scan, findPatterns: () => [], merge: (phrases) => [...phrases], isIgnored });
  const habits = createHabits({
    element,
    site: { id: 'desk', name: '', matches: [], ...site },
    coach: coach as unknown as Coach,
    signal: life.signal,
    getBlocks: () => blocks,
    isIgnored,
    look: () => isThere && look(),
  });

  function look(isStale = false): void {
    const update = check.update(isSilent ? [] : blocks, undefined, true, isStale, Number.POSITIVE_INFINITY);
    flags = update.flags;
    const draft = isSilent ? blocks : update.draft;
    habits.look({ draft, flags, all: check.listAll(), caret: undefined, isSilent, isInternal });
  }

  const desk = {
    element,
    habits,
    get blocks() {
      return blocks;
    },
    get flags() {
      return flags;
    },
    get day() {
      return day;
    },
    get flushes() {
      return flushes;
    },
    /** The sum of what became of flags, over all rules. */
    get sum(): Partial<RuleCounts> {
      const sum: Record<string, number> = {};
      for (const counts of Object.values(day.rules))
        for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
      return sum;
    },
    /** The box reads so now, by the agent's keys: a paragraph that stays in its place is the same one. */
    type(...lines: string[]): void {
      habits.key(new KeyboardEvent('keydown', { key: 'a' }));
      desk.put(...lines);
    },
    /** The same by the page. */
    put(...lines: string[]): void {
      blocks = lines.map((text, at) => {
        const same = blocks[at];
        return same?.text === text ? same : { id: same?.id ?? ids++, text };
      });
      look();
    },
    /** The page empties the box, and nobody is told. */
    empty(): void {
      blocks = [];
    },
    /** The editor draws all its paragraphs anew. */
    redraw(): void {
      blocks = blocks.map(({ text }) => ({ id: ids++, text }));
      look();
    },
    split(at: number, offset: number): void {
      const { id, text } = blocks[at] as Block;
      const parts = [
        { id, text: text.slice(0, offset) },
        { id: ids++, text: text.slice(offset) },
      ];
      blocks = blocks.toSpliced(at, 1, ...parts);
      look();
    },
    key(key: string, modifiers: KeyboardEventInit = {}): void {
      habits.key(new KeyboardEvent('keydown', { key, ...modifiers }));
    },
    /** A rewrite of the flag's words, in place. */
    rewrite(flag: PageFlag, text: string): () => void {
      const before = flag.block.text;
      const rewrite: Rewrite = { text, span: flag.span, blanks: [], template: '{instead}' };
      const at = blocks.findIndex(({ id }) => id === flag.block.id);
      const put = (now: string) => desk.put(...blocks.map((block, place) => (place === at ? now : block.text)));
      const after = before.slice(0, flag.span.start) + text + before.slice(flag.span.end);
      put(after);
      habits.rewrite(flag, rewrite);
      look();
      return () => {
        const latest = blocks.find(({ text: now }) => now === after);
        if (latest) desk.put(...blocks.map((block) => (block === latest ? before : block.text)));
      };
    },
    ignore(flag: PageFlag): void {
      habits.pass(flag, 'ignored');
      ignored.add(flag.wording);
      look(true);
    },
    hear(flag: PageFlag): void {
      ignored.delete(flag.wording);
    },
    switchOff(ruleId: string, isOff = true): void {
      if (isOff) off.add(ruleId);
      else off.delete(ruleId);
      look(true);
    },
    write(to: 'colleagues' | 'customer'): void {
      isInternal = to === 'colleagues';
      look(true);
    },
    silence(isOn: boolean): void {
      isSilent = isOn;
      look(true);
    },
    /** Presses what sends; what comes of it is the page's. */
    send(): void {
      desk.key('Control');
      desk.key('Enter', { ctrlKey: true });
    },
    /** The page takes the box away. */
    remove(): void {
      isThere = false;
      habits.remove();
    },
    leave(): void {
      isThere = true;
      habits.end();
      blocks = [];
    },
    end(): void {
      life.abort();
      element.remove();
    },
  };
  return desk;
}
