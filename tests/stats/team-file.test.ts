import { describe, expect, it } from 'vitest';
import { addDelta, createDay, type DayCounts } from '../../lib/stats/counts.ts';
import { readDays } from '../../lib/stats/read.ts';
import { LARGEST, readTeamFile } from '../../lib/stats/read-team-file.ts';
import { type TeamHead, toExported, writeTeamFile } from '../../lib/stats/team-file.ts';
import { drawDays } from '../fixtures/team/generate.ts';
import { toDays } from '../fixtures/team/to-days.ts';

const TODAY = '2026-11-22';
const head: TeamHead = {
  agent: '3f2a77aa-0000-4000-8000-000000000001',
  group: 'Berlin',
  exported: toExported(Date.UTC(2026, 10, 22, 18, 5, 31)),
};
const day = addDelta(createDay('2026-11-20', 'zendesk'), {
  day: '2026-11-20',
  desk: 'zendesk',
  totals: { replies: 2, words: 100 },
  packs: { 'tone@1.0.0': { replies: 2, words: 100 } },
  rules: { 'tone/hard@1.0.0': { flagged: 3, mended: 1, sent: 2 } },
  replaced: { 'tone/hard@1.0.0': { 'log in → sign in': 2 } },
});
const write = (days: DayCounts[] = [day], more: Partial<TeamHead> = {}) => writeTeamFile({ ...head, ...more }, days);
const read = (text: string) => readTeamFile(text, TODAY);
const refuse = (text: string) => {
  const reading = read(text);
  return 'fault' in reading ? reading.fault : undefined;
};
/** The file with a change made in its JSON. */
// biome-ignore lint/suspicious/noExplicitAny: what is broken here has no type
function broken(change: (raw: any) => void): string {
  const raw = JSON.parse(write());
  change(raw);
  return JSON.stringify(raw);
}

describe('The file that an agent exports', () => {
  it('is text that its owner can read, a rule a line', () => {
    expect(write()).toBe(`{
  "format": "cando-counts",
  "version": 1,
  "agent": "3f2a77aa-0000-4000-8000-000000000001",
  "group": "Berlin",
  "exported": "2026-11-22T18:05:31Z",
  "days": [
    {
      "day": "2026-11-20", "desk": "zendesk", "revision": 1,
      "totals": {"replies": 2, "words": 100},
      "packs": {
        "tone@1.0.0": {"replies": 2, "words": 100}
      },
      "rules": {
        "tone/hard@1.0.0": {"flagged": 3, "mended": 1, "sent": 2}
      },
      "replaced": {
        "tone/hard@1.0.0": {"log in → sign in": 2}
      }
    }
  ]
}
`);
  });

  it('gives back exactly the days that went in, and is written the same whatever their order', () => {
    const days = drawDays({ seed: 3, workdays: 20, rules: 12 }).map(({ counts }) => counts);
    const reading = read(write(days.toReversed()));
    expect('file' in reading && toDays(reading.file.sheet)).toEqual(
      days.toSorted((a, b) => (a.day + a.desk < b.day + b.desk ? -1 : 1)),
    );
    expect(write(days.toReversed())).toBe(write(days));
  });

  it('holds no wording for which it would be refused', () => {
    const [rule = ''] = Object.keys(day.replaced);
    const wordings = ['x'.repeat(1000), 'x'.repeat(1001), 'soft\u00ADhyphen → x', 'two\nlines → x', '\u202E → x', ''];
    const replaced = { [rule]: Object.fromEntries(wordings.map((wording) => [wording, 1])) };
    const counted = readDays([{ ...day, replaced }]);
    const reading = read(write(counted));
    expect('file' in reading && reading.file.sheet.wordings).toEqual(['x'.repeat(1000)]);
  });

  it('carries a name only when it is told one, as a line without hidden signs', () => {
    expect(write()).not.toContain('"name"');
    const reading = read(write([day], { name: ' <b>Ana</b>\n\u202E\u0000Lee ', group: 'x'.repeat(5_000) }));
    expect('file' in reading && reading.file).toMatchObject({ name: '<b>Ana</b> Lee', group: 'x'.repeat(80) });
  });

  it('is left out when it is something else, from a later version, or too large, before it is looked at', () => {
    expect(refuse('oops')).toMatchObject({ kind: 'notJson' });
    expect(refuse('{"app":"CanDo settings"}')).toMatchObject({ kind: 'notOurs' });
    expect(refuse('[]')).toMatchObject({ kind: 'notOurs' });
    expect(refuse(broken((raw) => (raw.version = 2)))).toMatchObject({ kind: 'newer', found: '2' });
    expect(refuse(' '.repeat(LARGEST + 1))).toMatchObject({ kind: 'tooLarge' });
    expect(refuse('['.repeat(1_000_000))).toMatchObject({ kind: 'notJson' });
  });

  it('says what is wrong, and where', () => {
    const rule = 'tone/hard@1.0.0';
    for (const [change, fault] of [
      [(raw) => (raw.agent = 'Ana'), { kind: 'agent', found: '"Ana"' }],
      [(raw) => (raw.exported = '2026-13-01T00:00:00Z'), { kind: 'exported' }],
      [(raw) => (raw.exported = '2026-11-24T00:00:00Z'), { kind: 'future' }],
      [(raw) => (raw.days = {}), { kind: 'shape', place: 'days' }],
      [(raw) => (raw.days = []), { kind: 'empty' }],
      [(raw) => (raw.days[0] = null), { kind: 'shape', place: 'days[0]' }],
      [(raw) => (raw.days[0].day = '2026-02-30'), { kind: 'day', place: 'days[0].day', found: '"2026-02-30"' }],
      [(raw) => (raw.days[0].day = '0001-01-01'), { kind: 'day' }],
      [(raw) => (raw.days[0].day = '2026-11-24'), { kind: 'future' }],
      [(raw) => (raw.days[0].desk = '__proto__'), { kind: 'desk' }],
      [(raw) => raw.days.push(raw.days[0]), { kind: 'twice', place: '2026-11-20, zendesk' }],
      [(raw) => (raw.days[0].totals.words = -3), { kind: 'number', place: '2026-11-20, zendesk, words', found: '-3' }],
      [(raw) => (raw.days[0].rules[rule].sent = 0.5), { kind: 'number', place: `2026-11-20, zendesk, ${rule}, sent` }],
      [(raw) => (raw.days[0].rules[rule].sent = 1e300), { kind: 'number' }],
      [(raw) => (raw.days[0].rules[rule].sent = '5'), { kind: 'number', found: '"5"' }],
      [(raw) => (raw.days[0].rules[rule].sent = null), { kind: 'number' }],
      [(raw) => (raw.days[0].rules[rule] = [1]), { kind: 'shape' }],
      [(raw) => (raw.days[0].rules['<script>alert(1)</script>'] = {}), { kind: 'key' }],
      [(raw) => (raw.days[0].packs['tone@'] = {}), { kind: 'key', found: '"tone@"' }],
      [(raw) => (raw.days[0].replaced[rule]['a\nb'] = 1), { kind: 'key' }],
      // biome-ignore lint/suspicious/noExplicitAny: what is broken here has no type
    ] as [(raw: any) => void, object][])
      expect(refuse(broken(change)), change.toString()).toMatchObject(fault);
  });

  it('is not fooled by the keys on which objects of the language rest', () => {
    const hostile = write().replace('"tone/hard@1.0.0": {"flagged"', '"__proto__": {"flagged"');
    expect(refuse(hostile)).toMatchObject({ kind: 'key', found: '"__proto__"' });
    const named = write().replace('"totals": {', '"totals": {"__proto__": {"words": 9}, "constructor": 4, ');
    expect('file' in read(named)).toBe(true);
    const wording = write().replace('"log in → sign in": 2', '"__proto__": 2');
    const reading = read(wording);
    expect('file' in reading && reading.file.sheet.wordings).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).words).toBeUndefined();
  });

  it('ends at too many desks, days, rules or wordings', () => {
    const many = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at));
    const desks = many(1_000, (at) => `{"day":"2026-11-20","desk":"desk-${at}"}`);
    const rules = many(20_000, (at) => `"tone/rule-${at}@1.0.0":{}`);
    const days = many(30_000, () => '{}');
    const fill = (text: string) => JSON.stringify({ ...JSON.parse(write()), days: [] }).replace('[]', `[${text}]`);
    expect(refuse(fill(desks.join()))).toMatchObject({ kind: 'tooMany', place: 'days[40].desk' });
    expect(refuse(fill(`{"day":"2026-11-20","desk":"a","rules":{${rules.join()}}}`))).toMatchObject({
      kind: 'tooMany',
    });
    expect(refuse(fill(days.join()))).toMatchObject({ kind: 'tooMany', place: 'days' });
  });

  it('shows of what it found no more than a line', () => {
    const fault = refuse(broken((raw) => (raw.days[0].desk = `\u202E${'x'.repeat(10_000)}`)));
    expect(fault?.found.length).toBeLessThanOrEqual(60);
    expect(fault?.found).not.toContain('\u202E');
  });
});
