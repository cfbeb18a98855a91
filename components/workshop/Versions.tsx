import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { type Draft, findPublished, publish, type Version } from '../../lib/stores/workshop.ts';
import { Notice } from '../Notice.tsx';
import { FaultList } from './FaultList.tsx';
import { Published } from './Published.tsx';
import { findTaken, type PublishEnd } from './publish.ts';
import { TextDiff } from './TextDiff.tsx';
import type { Tools } from './tools.ts';
import { VersionRow } from './VersionRow.tsx';

/** What was published when, what changed each time, and the way back. */
export function Versions({ tools: { store, bench }, draft }: { tools: Tools; draft: Draft }) {
  const state = useStore(store);
  const [end, setEnd] = useState<PublishEnd>();
  const own = state.versions.filter((version) => version.draft === draft.key);
  const last = own.at(-1);
  const published = findPublished(state, draft);

  async function rollBack({ text, version }: Version): Promise<void> {
    const { pack, faults } = await bench.compile(text);
    if (!pack || faults.length > 0) return setEnd({ kind: 'red', faults, examples: [] });
    const taken = findTaken(store, pack.id);
    if (taken) return setEnd(taken);
    setEnd((await publish(store, draft.key, pack, text)) ? { kind: 'done', version } : { kind: 'failed' });
  }

  if (!last) return <p className="muted">{i18n.t('workshop.versions.none')}</p>;
  return (
    <section className="stack">
      {end?.kind === 'done' && <Notice kind="good">{i18n.t('workshop.versions.rolledBack', [end.version])}</Notice>}
      {end?.kind === 'red' && (
        <div role="alert">
          <p>{i18n.t('workshop.versions.refused')}</p>
          <FaultList faults={end.faults} />
        </div>
      )}
      {(end?.kind === 'taken' || end?.kind === 'failed') && (
        <Published end={end} draft={draft} onLeave={() => setEnd(undefined)} />
      )}
      {last.text !== draft.text && (
        <>
          <h3>{i18n.t('workshop.versions.draft')}</h3>
          <TextDiff before={last.text} after={draft.text} />
        </>
      )}
      <h3>{i18n.t('workshop.versions.title')}</h3>
      <ul className="rows panel">
        {own.toReversed().map((version, at, all) => (
          <VersionRow
            key={version.number}
            version={version}
            before={all[at + 1]?.text ?? ''}
            isCurrent={published !== undefined && version === last}
            onRollBack={() => void rollBack(version)}
          />
        ))}
      </ul>
    </section>
  );
}
