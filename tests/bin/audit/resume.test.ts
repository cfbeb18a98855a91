import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { openBytes } from '../../../bin/audit/bytes.ts';
import type { Asked } from '../../../bin/audit/count.ts';
import { createRandom } from '../../bench/replies.ts';
import { tellReplies, toCsv } from '../../fixtures/history/write.ts';
import { audit, createPoolHere, getPath, prepare, put, type Wanted } from './audit.ts';

vi.setConfig({ testTimeout: 180_000 });
prepare();

const BROKEN = '77,Ana,"We cannot\n,,,,\n78,Ana,"stray" words\n';

/** A history with broken lines in it, in pieces that end in the middle of a row. */
function putHistory(name: string): string {
  const rows = [...toCsv(tellReplies(1000, 11))];
  rows.splice(500, 0, BROKEN);
  rows.splice(900, 0, BROKEN);
  return put(name, rows);
}

/** Stops an audit when it has counted so many replies. */
function stopAfter(replies: number, checkpoint: string): Wanted {
  const stop = new AbortController();
  const onProgress = (_: number | undefined, counted: number) => void (counted >= replies && stop.abort());
  return { checkpoint, signal: stop.signal, onProgress };
}

describe('An audit that was stopped', () => {
  it('goes on where it was, wherever it was stopped and however often, and comes to the same', async () => {
    const file = putHistory('history.csv');
    const whole = await audit(file);
    expect(whole.report.counts).toMatchObject({ replies: 1000, broken: 4, empty: 2 });
    const random = createRandom(3);
    for (let round = 0; round < 2; round++) {
      const checkpoint = getPath(`round-${round}`);
      let counted = 0;
      let stops = 0;
      for (;;) {
        const goal = counted + 1 + Math.floor(random() * 500);
        const { isDone, isKept, report } = await audit(file, stopAfter(goal, checkpoint));
        // It may have been stopped after the last of them.
        expect(report.counts.replies).toBeGreaterThanOrEqual(counted);
        counted = report.counts.replies;
        if (isDone) {
          expect(report).toEqual(whole.report);
          break;
        }
        expect([isKept, existsSync(checkpoint)]).toEqual([true, true]);
        stops++;
      }
      expect(stops).toBeGreaterThan(0);
      expect(existsSync(checkpoint)).toBe(false);
    }
  });

  it('goes on in UTF-16, behind a byte order mark, and in a list of JSON too', async () => {
    // So many that the beginning, which is looked through first, is passed by.
    const told = [...tellReplies(900, 5)];
    const files = [
      put('wide.csv', Buffer.from(`\uFEFF${[...toCsv(told)].join('')}`, 'utf16le')),
      put('marked.csv', `\uFEFF${[...toCsv(told)].join('')}`),
      put('list.json', JSON.stringify(told)),
    ];
    for (const file of files) {
      const whole = await audit(file);
      const first = await audit(file, stopAfter(450, `${file}.checkpoint`));
      expect([first.isDone, first.report.counts.replies]).toEqual([false, 600]);
      expect((await audit(file, { checkpoint: `${file}.checkpoint` })).report).toEqual(whole.report);
    }
  });

  it('refuses to go on when the file, the packs or the options are others, and begins again when told to', async () => {
    const file = putHistory('changed.csv');
    const checkpoint = getPath('changed.checkpoint');
    const whole = await audit(file);
    await audit(file, stopAfter(300, checkpoint));
    const goOn = (wanted: Wanted = {}) => audit(file, { checkpoint, ...wanted });
    await expect(goOn({ asked: { severity: 'error' } })).rejects.toThrow(/other packs or options.*--fresh/);
    await expect(goOn({ choices: { column: 'reply' } })).rejects.toThrow(/other packs or options/);
    await expect(goOn({ version: '2' })).rejects.toThrow(/another version/);
    await expect(goOn({ asked: { packs: [] } })).rejects.toThrow(/other packs/);

    const written = readFileSync(file);
    utimesSync(file, new Date(0), new Date(0));
    await expect(goOn()).rejects.toThrow(/was written anew/);
    writeFileSync(file, Buffer.concat([written, Buffer.from('9,Ana,more\n')]));
    await expect(goOn()).rejects.toThrow(/the input has changed since \(\d+ bytes then, \d+ now\)/);

    writeFileSync(file, written);
    writeFileSync(checkpoint, readFileSync(checkpoint, 'utf8').slice(0, -20));
    await expect(goOn()).rejects.toThrow(/is no checkpoint of an audit/);
    const fresh = await goOn({ isFresh: true });
    expect(fresh.report).toEqual(whole.report);
    expect(existsSync(checkpoint)).toBe(false);
  });

  it('keeps what it counted where its report cannot be written', async () => {
    const file = putHistory('unwritten.csv');
    const whole = await audit(file);
    const checkpoint = getPath('unwritten.checkpoint');
    await audit(file, stopAfter(300, checkpoint));
    const refuse = async (_: unknown, isKept: boolean) => {
      expect(isKept).toBe(true);
      throw new Error('the disk is full');
    };
    await expect(audit(file, { checkpoint, onDone: refuse })).rejects.toThrow('the disk is full');
    // Nothing is left to count.
    const createPool = (asked: Asked) => ({
      ...createPoolHere(asked),
      count: () => Promise.reject(new Error('counts')),
    });
    expect((await audit(file, { checkpoint, createPool })).report).toEqual(whole.report);
    expect(existsSync(checkpoint)).toBe(false);
  });

  it('says so where it can keep no checkpoint, and goes through to the end', async () => {
    const file = putHistory('unkept.csv');
    const { isDone, isKept, notes } = await audit(file, stopAfter(300, getPath('no/such/folder')));
    expect([isDone, isKept]).toEqual([false, false]);
    expect(notes).toEqual([expect.stringMatching(/keeps no checkpoint/)]);
    expect((await audit(file, { checkpoint: getPath('no/such/folder') })).isDone).toBe(true);
  });

  it('keeps no word of a reply in its checkpoint, unless the words were asked for', async () => {
    const file = putHistory('words.csv');
    const checkpoint = getPath('words.checkpoint');
    await audit(file, stopAfter(300, checkpoint));
    expect(readFileSync(checkpoint, 'utf8')).not.toMatch(/[Uu]nfortunately/);
    await audit(file, { ...stopAfter(300, checkpoint), isFresh: true, asked: { withText: true } });
    expect(readFileSync(checkpoint, 'utf8')).toMatch(/[Uu]nfortunately|can't/);
  });

  it('while it waits for the first words of a pipe, ends, and knows whether there is something to go on from', async () => {
    const wait = (wanted: Wanted) => {
      const stop = new AbortController();
      const outcome = audit(openBytes('-', new PassThrough()), { signal: stop.signal, ...wanted });
      stop.abort();
      return outcome;
    };
    const checkpoint = put('kept-before', '');
    expect(await wait({ checkpoint })).toMatchObject({
      isDone: false,
      isKept: true,
      totals: { counts: { replies: 0 } },
    });
    expect(await wait({ checkpoint, isFresh: true })).toMatchObject({ isDone: false, isKept: false });
    expect(await wait({ checkpoint, signal: AbortSignal.abort() })).toMatchObject({ isDone: false, isKept: true });
    expect(await wait({})).toMatchObject({ isDone: false, isKept: false });
  });
});
