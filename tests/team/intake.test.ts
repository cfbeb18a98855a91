import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { StorageFailure } from '../../lib/storage/area.ts';
import { openTeam } from '../../lib/storage/team-db.ts';
import { createTeamFilesStore } from '../../lib/stores/team-files.ts';
import { createIntake, type IncomingFile } from '../../lib/team/intake.ts';
import { connectIntake, serveIntake, type WorkerPort } from '../../lib/team/link.ts';
import { type DrawnFile, drawTeam } from '../fixtures/team/generate.ts';

const TODAY = '2026-11-22';
const always = { from: '2020-01-01', to: '2030-01-01', by: [] };
const { drawn, tally } = drawTeam({ seed: 4, files: 22, workdays: 4, rules: 3 });
const toFile = ({ name, text }: Pick<DrawnFile, 'name' | 'text'>) =>
  ({ name, size: text.length, text: async () => text }) as IncomingFile as File;
const files = drawn.map(toFile);

beforeEach(() => openTeam().erase());

/** A page and its worker, as two ends of a line. */
function open(intake = createIntake(openTeam())) {
  const workers: { die(): void }[] = [];
  const start = (): WorkerPort => {
    const listeners = { page: [] as ((event: { data: unknown }) => void)[], error: [] as (() => void)[] };
    const inWorker: ((event: { data: unknown }) => void)[] = [];
    serveIntake(
      {
        postMessage: (data) =>
          queueMicrotask(() => {
            for (const listen of listeners.page) listen({ data });
          }),
        addEventListener: (_, listen) => inWorker.push(listen),
      },
      intake,
    );
    workers.push({
      die: () => {
        for (const listen of listeners.error) listen();
      },
    });
    return {
      postMessage: (data) =>
        queueMicrotask(() => {
          for (const listen of inWorker) listen({ data });
        }),
      addEventListener(type: 'message' | 'error', listen: (event: { data: unknown }) => void) {
        if (type === 'message') listeners.page.push(listen);
        else listeners.error.push(listen as () => void);
      },
      terminate() {},
    };
  };
  return { store: createTeamFilesStore(connectIntake(start), () => TODAY), workers };
}

describe('The files of a team, on the page', () => {
  it('come in at once, are kept, and are there when the page is opened again', async () => {
    const { store } = open();
    let changes = 0;
    store.watch(() => changes++, new AbortController().signal);
    await store.take(files);
    expect(store.getState().last).toHaveLength(22);
    expect(store.getState()).toMatchObject({
      progress: undefined,
      state: { keeping: 'kept', summary: { people: 22 } },
    });
    expect(changes).toBe(1);
    const again = open().store;
    expect(await again.source.sumRules(always)).toMatchObject([tally.rules]);
    expect(again.getState().state?.files.map(({ name }) => name)).toContain('counts-21.json');
  });

  it('are told as new, there already, or faulty with the reason; what is too large is not opened', async () => {
    const { store } = open();
    await store.take(files.slice(0, 2));
    const huge = { name: 'huge.json', size: 1e8, text: () => Promise.reject(new Error('opened')) } as IncomingFile;
    const gone = { name: 'gone.json', size: 9, text: () => Promise.reject(new Error('gone')) } as IncomingFile;
    await store.take([...files.slice(1, 3), huge as File, gone as File, toFile({ name: 'ana.json', text: 'oops' })]);
    expect(store.getState().last).toEqual([
      { name: 'counts-1.json', arrival: 'twice' },
      { name: 'counts-2.json', arrival: 'new' },
      { name: 'huge.json', fault: { kind: 'tooLarge', place: '', found: '' } },
      { name: 'gone.json', fault: { kind: 'unreadable', place: '', found: '' } },
      { name: 'ana.json', fault: { kind: 'notJson', place: '', found: '' } },
    ]);
  });

  it('are taken back when they are stopped, and those of before stay', async () => {
    const { store } = open();
    await store.take(files.slice(0, 3));
    const stopping = { ...toFile(drawn[4] as DrawnFile), name: 'fifth.json' };
    stopping.text = async () => {
      store.stop();
      return (drawn[4] as DrawnFile).text;
    };
    await store.take([files[3] as File, stopping, ...files.slice(5)]);
    expect(store.getState()).toMatchObject({ last: 'stopped', state: { summary: { people: 3 } } });
    const again = open().store;
    await again.open();
    expect(again.getState().state?.summary.people).toBe(3);
  });

  it('can be stopped before the first is read, and the way to stop them stays until then', async () => {
    const { store } = open();
    const shown: boolean[] = [];
    store.subscribe(({ progress }) => shown.push(progress !== undefined));
    const taking = store.take(files);
    store.stop();
    await taking;
    expect(store.getState()).toMatchObject({ last: 'stopped', state: { summary: { people: 0 } } });
    expect(shown.indexOf(false)).toBe(shown.length - 1);
  });

  it('are told as added when the stop came too late', async () => {
    const intake = createIntake(openTeam());
    const { store } = open({
      ...intake,
      async take(...asked) {
        const answer = await intake.take(...asked);
        store.stop();
        return answer;
      },
    });
    await store.take(files);
    expect(store.getState().last).toHaveLength(22);
    expect(store.getState().state?.summary.people).toBe(22);
  });

  it('stay no longer than any of their days counts', async () => {
    const { store } = open();
    const [{ text = '' } = {}] = drawn;
    const later = text.replace(/"exported": "[^"]*"/, '"exported": "2026-11-22T23:59:59Z"');
    await store.take(files.slice(0, 2));
    await store.take([toFile({ name: 'later.json', text: later })]);
    const names = () => store.getState().state?.files.map(({ name }) => name);
    expect(names()).toEqual(['counts-1.json', 'later.json']);
    const again = open().store;
    await again.open();
    expect(again.getState().state?.files).toHaveLength(2);
    expect(store.getState().last).toMatchObject([{ arrival: 'update' }]);
  });

  it('are forgotten one by one, or all', async () => {
    const { store } = open();
    await store.take(files.slice(0, 3));
    const [first] = store.getState().state?.files ?? [];
    await store.forget([first?.id ?? '']);
    expect(store.getState().state?.summary.people).toBe(2);
    await store.forgetAll();
    const again = open().store;
    expect((await again.source.describe()).first).toBeUndefined();
  });

  it('count until the page is closed where the storage is full, and it says so', async () => {
    const full = () => Promise.reject(new StorageFailure('QuotaExceededError'));
    const { store } = open(createIntake({ ...openTeam(), add: full }));
    await store.take(files.slice(0, 3));
    expect(store.getState().state).toMatchObject({ keeping: 'full', summary: { people: 3 } });
  });

  it('are brought back by another worker when the one beside the page has died', async () => {
    const { store, workers } = open();
    await store.take(files.slice(0, 3));
    const asked = store.source.describe();
    await Promise.resolve();
    workers[0]?.die();
    await expect(asked).rejects.toThrow('stopped');
    await store.take(files.slice(3, 4));
    expect(workers).toHaveLength(2);
    expect(store.getState()).toMatchObject({ isLost: false, state: { summary: { people: 4 } } });
  });
});
