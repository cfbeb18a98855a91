import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import { type Draft, findPublished, publish, type Version } from '../../lib/stores/workshop.ts';
import { Notice } from '../Notice.tsx';
import { FaultList } from './FaultList.tsx';
import { TextDiff } from './TextDiff.tsx';
import type { Tools } from './tools.ts';
import { VersionRow } from './VersionRow.tsx';

/** What was published when, what changed each time, and the way back. */
export function Versions({ tools: { store, bench }, draft }: { tools: Tools; draft: Draft }) {
  const state = useStore(store);
  const [end, setEnd] = useState<{ version: string; faults: readonly PackFault[] }>();
  const own = state.versions.filter((version) => version.draft === draft.key);
  const last = own.at(-1);
  const published = findPublished(state, draft);

  async function rollBack({ text, version }: Version): Promise<void> {
    const { pack, faults } = await bench.compile(text);
    const isDone = pack && faults.length === 0 && (await publish(store, draft.key, pack, text));
    setEnd(isDone ? { version, faults: [] } : { version, faults });
  }

  if (!last) return <p className="muted">{i18n.t('workshop.versions.none')}</p>;
  return (
    <section className="stack">
      {end && end.faults.length === 0 && (
        <Notice kind="good">{i18n.t('workshop.versions.rolledBack', [end.version])}</Notice>
      )}
      {end && end.faults.length > 0 && (
        <div role="alert">
          <p>{i18n.t('workshop.versions.refused', [end.version])}</p>
          <FaultList faults={end.faults} />
        </div>
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
