import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDelta, createDay, type DayCounts, type Delta } from '../../lib/stats/counts.ts';
import { openStats, type StatsDatabase, watchStats } from '../../lib/storage/stats-db.ts';
import { FORMS, type Form } from '../../lib/storage/stats-forms.ts';

const sunday: Delta = {
  day: '2026-11-22',
  desk: 'zendesk',
  totals: { replies: 2, words: 130 },
  packs: { 'tone@0.1.0': { replies: 2, words: 130 } },
  rules: { 'tone/unfortunately@0.1.0': { flagged: 3, mended: 1, undone: 1, sent: 3 } },
  replaced: { 'tone/unfortunately@0.1.0': { 'unfortunately → {rest}': 1 } },
};
const monday: Delta = { day: '2026-11-23', desk: 'gmail', totals: { discarded: 1 } };

const opened: StatsDatabase[] = [];
function open(forms?: readonly Form[]): StatsDatabase {
  const database = openStats(forms);
  opened.push(database);
  return database;
}

beforeEach(() => Dexie.delete('cando-stats'));
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

describe('What this browser has counted', () => {
  it('adds up by day and desk, and is there when the browser was closed', async () => {
    const first = open();
    await first.add('page', 1, [sunday, monday]);
    await first.add('page', 2, [sunday]);
    first.close();
    const [one, other, ...none] = await open().load();
    expect(none).toEqual([]);
    expect(one).toEqual({
      day: '2026-11-22',
      desk: 'zendesk',
      revision: 2,
      totals: { replies: 4, words: 260, left: 0, discarded: 0 },
      packs: { 'tone@0.1.0': { replies: 4, words: 260 } },
      rules: { 'tone/unfortunately@0.1.0': { flagged: 6, mended: 2, undone: 2, sent: 6 } },
      replaced: { 'tone/unfortunately@0.1.0': { 'unfortunately → {rest}': 2 } },
    } satisfies DayCounts);
    expect(other).toMatchObject({ day: '2026-11-23', desk: 'gmail', totals: { discarded: 1 } });
  });

  it('adds up what comes together of one day', async () => {
    const { rules, replaced, ...totals } = sunday;
    const database = open();
    await database.add('page', 1, [{ day: '2026-11-22', desk: 'zendesk', rules, replaced }, totals, sunday]);
    const [day] = await database.load();
    expect(day?.rules).toEqual({ 'tone/unfortunately@0.1.0': { flagged: 6, mended: 2, undone: 2, sent: 6 } });
    expect(day?.replaced).toEqual({ 'tone/unfortunately@0.1.0': { 'unfortunately → {rest}': 2 } });
    expect(day?.totals.replies).toBe(4);
  });

  it('gives the days that are asked for, the first and the last with them', async () => {
    const database = open();
    await database.add('page', 1, [sunday, monday, { ...monday, day: '2026-11-24' }, { ...monday, day: '2026-11-25' }]);
    const days = await database.load('2026-11-23', '2026-11-24');
    expect(days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24']);
  });

  it('counts a batch that is sent again once, and tells pages apart', async () => {
    const database = open();
    await Promise.all([database.add('page', 1, [sunday]), database.add('page', 1, [sunday])]);
    await database.add('other page', 1, [sunday]);
    await database.add('page', 2, [sunday]);
    await database.add('page', 1, [sunday]);
    expect((await database.load())[0]?.totals.replies).toBe(6);
  });

  it('counts right when two pages write at the same time', async () => {
    const [one, other] = [open(), open()];
    const batches = Array.from({ length: 20 }, (_, at) => at + 1);
    await Promise.all(batches.flatMap((at) => [one.add('a', at, [sunday]), other.add('b', at, [sunday])]));
    expect((await one.load())[0]).toMatchObject({ revision: 40, totals: { replies: 80 } });
  });

  it('forgets pages that have been quiet for a month, and no other', async () => {
    const database = open();
    await database.add('old', 1, [sunday]);
    await database.add('new', 1, [{ ...sunday, day: '2026-12-22' }]);
    await database.add('newer', 1, [{ ...sunday, day: '2026-12-23' }]);
    const raw = await new Dexie('cando-stats').open();
    expect(await raw.table('sources').toCollection().primaryKeys()).toEqual(['new', 'newer']);
    raw.close();
  });

  it('takes over counts of a file where they are newer, however often it comes', async () => {
    const database = open();
    await database.add('page', 1, [sunday]);
    const of = (revision: number, replies: number) => ({
      ...createDay('2026-11-22', 'zendesk'),
      revision,
      totals: { replies, words: 0, left: 0, discarded: 0 },
    });
    await database.merge([of(1, 50)]);
    expect((await database.load())[0]?.totals.replies).toBe(2);
    for (const again of [[of(7, 70), of(6, 60), createDay('2026-01-01', 'other')], [of(7, 70)]]) {
      await database.merge(again);
      const [elsewhere, here] = await database.load();
      expect([elsewhere?.day, here?.totals.replies, here?.revision]).toEqual(['2026-01-01', 70, 7]);
    }
  });

  it('forgets everything when it is erased', async () => {
    const database = open();
    await database.add('page', 1, [sunday]);
    await database.erase();
    expect(await database.load()).toEqual([]);
    const raw = await new Dexie('cando-stats').open();
    expect(await raw.table('sources').count()).toBe(0);
    raw.close();
  });

  it('takes the counts along into a later form of the database, and makes their rows anew', async () => {
    await open().add('page', 1, [sunday]);
    opened.pop()?.close();
    const later: Form = {
      stores: { days: '[day+desk], desk' },
      upgrade: (transaction) =>
        transaction
          .table('days')
          .toCollection()
          .modify((row) => {
            row.totals = [...row.totals.slice(0, 1), 999];
          }),
    };
    const database = open([...FORMS, later]);
    expect((await database.load())[0]).toMatchObject({ revision: 1, totals: { replies: 2, words: 999 } });
    await database.add('page', 1, [sunday]);
    expect((await database.load())[0]?.revision).toBe(1);
  });

  it('takes over the days of the first form, in which each row held its names', async () => {
    const first = new Dexie('cando-stats');
    first.version(1).stores(FORMS[0]?.stores ?? {});
    await first.table('days').put({
      ...{ day: '2026-11-22', desk: 'zendesk', revision: 7, totals: [2, 130] },
      packs: { 'tone@0.1.0': [2, 130] },
      rules: { 'tone/unfortunately@0.1.0': [3, 1, 0, 0, 1, 0, 0, 3] },
      replaced: { 'tone/unfortunately@0.1.0': { 'unfortunately → {rest}': 1 } },
    });
    first.close();
    const database = open();
    const [day] = await database.load();
    expect(day).toEqual({ ...addDelta(createDay('2026-11-22', 'zendesk'), sunday), revision: 7 });
    await database.add('page', 1, [sunday]);
    expect((await database.load())[0]).toMatchObject({ revision: 8, totals: { replies: 4, words: 260 } });
  });

  it('stores a name once, however many days mention it', async () => {
    const database = open();
    for (const at of [1, 2, 3]) await database.add('page', at, [{ ...sunday, day: `2026-11-0${at}` }]);
    await database.merge([{ ...(await database.load())[0], day: '2026-11-09' } as DayCounts]);
    const raw = await new Dexie('cando-stats').open();
    expect((await raw.table('names').toArray()).map(({ name }) => name)).toEqual([
      'tone@0.1.0',
      'tone/unfortunately@0.1.0',
      'unfortunately → {rest}',
    ]);
    raw.close();
    expect(await database.load()).toHaveLength(4);
  });

  it('tells of counts that somebody else has written, and of nothing once nobody asks', async () => {
    const life = new AbortController();
    let times = 0;
    watchStats(() => times++, life.signal);
    const database = open();
    expect(times).toBe(0);
    await database.add('page', 1, [sunday, monday]);
    await vi.waitFor(() => expect(times).toBe(1), 3_000);
    life.abort();
    await database.erase();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(times).toBe(1);
  });

  it('lets a later version of CanDo change the form while an older page is still open', async () => {
    const older = open();
    await older.add('page', 1, [sunday]);
    const database = open([...FORMS, { stores: { days: '[day+desk], desk' } }]);
    expect(await database.load()).toHaveLength(1);
  });
});
