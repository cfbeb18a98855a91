import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import { type Draft, findPublished } from '../../lib/stores/workshop.ts';
import type { Effect } from '../../lib/workshop/effect.ts';
import { listReplies, readTable, type Table } from '../../lib/workshop/replies.ts';
import { EffectResult } from './EffectResult.tsx';
import { FaultList } from './FaultList.tsx';
import { Field } from './Field.tsx';
import type { Tools } from './tools.ts';

/** Bytes of a file that a page can hold. */
const LARGEST = 50_000_000;

/** What the draft would mark in replies of the past, beside what is published now. Nothing of them is kept. */
export function EffectView({ tools: { store, bench }, draft }: { tools: Tools; draft: Draft }) {
  const id = useId();
  const before = useStore(store, (state) => findPublished(state, draft)?.pack);
  const [table, setTable] = useState<Table>();
  const [column, setColumn] = useState(-1);
  const [trouble, setTrouble] = useState<'tooLarge' | 'nothing'>();
  const [faults, setFaults] = useState<readonly PackFault[]>([]);
  const [run, setRun] = useState<{ effect: Effect; total: number; isDone: boolean }>();
  const turn = useRef(0);

  // Who leaves ends it.
  useEffect(() => () => void turn.current++, []);

  function take(text: string): void {
    turn.current++;
    setRun(undefined);
    const read = readTable(text);
    setTrouble(read ? undefined : 'nothing');
    setTable(read);
    setColumn(read?.text ?? -1);
  }

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > LARGEST) setTrouble('tooLarge');
    else take(await file.text().catch(() => ''));
  }

  async function compare(): Promise<void> {
    if (!table) return;
    const own = ++turn.current;
    const replies = listReplies(table, column);
    setFaults(await bench.startEffect(draft.text, before, replies));
    for (let isDone = false; !isDone && own === turn.current; ) {
      const next = await bench.nextEffect();
      if (!next || own !== turn.current) return;
      isDone = next.isDone;
      setRun({ effect: next.effect, total: replies.length, isDone });
    }
  }

  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{i18n.t('workshop.effect.title')}</h3>
      <p className="muted">{i18n.t(before ? 'workshop.effect.about' : 'workshop.effect.aboutFirst')}</p>
      <div className="drop">
        <label className="list-label" htmlFor={`${id}-file`}>
          {i18n.t('workshop.effect.choose')}
        </label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,.tsv,.jsonl,.ndjson,.json,.txt"
          onChange={({ target }) => {
            void open(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      <Field label={i18n.t('workshop.effect.paste')}>
        {(described) => (
          <textarea
            {...described}
            className="field"
            data-own-undo
            lang="en"
            rows={3}
            spellCheck={false}
            onChange={({ target }) => take(target.value)}
          />
        )}
      </Field>
      {trouble && <p role="alert">{i18n.t(`workshop.effect.${trouble}`)}</p>}
      {table && (
        <div className="row">
          <Field label={i18n.t('workshop.effect.column')}>
            {(described) => (
              <select
                {...described}
                className="field"
                value={column}
                onChange={({ target }) => setColumn(Number(target.value))}
              >
                <option value={-1}>{i18n.t('workshop.effect.noColumn')}</option>
                {table.columns.map((name, at) => (
                  <option key={name} value={at}>
                    {name || i18n.t('workshop.effect.pasted')}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button type="button" className="button primary" disabled={column < 0} onClick={() => void compare()}>
            {i18n.t('workshop.effect.compare', listReplies(table, Math.max(0, column)).length)}
          </button>
        </div>
      )}
      <FaultList faults={faults} draft={draft} />
      {run && <EffectResult {...run} />}
    </section>
  );
}
