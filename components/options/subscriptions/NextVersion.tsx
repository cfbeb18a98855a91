import { useId, useMemo } from 'react';
import { i18n } from '#i18n';
import type { TeamPack } from '../../../lib/engine/pack.ts';
import type { Pending } from '../../../lib/stores/subscriptions.ts';
import { comparePacks } from '../../../lib/subscriptions/compare.ts';
import { joinWords } from '../../language.ts';
import { FaultLines } from './FaultLines.tsx';

interface NextVersionProps {
  before: TeamPack | undefined;
  pending: Pending;
  onAccept(): void;
  onPutOff(isPutOff: boolean): void;
}

/** A new version that waits: what it changes, rule by rule, and a yes or a not now. */
export function NextVersion({ before, pending: { pack, faults, isPutOff }, onAccept, onPutOff }: NextVersionProps) {
  const id = useId();
  return (
    <section className="next" aria-labelledby={id}>
      <div role="status">
        <h3 id={id}>{i18n.t('options.subscriptions.waits', [pack.version])}</h3>
      </div>
      {!isPutOff && (
        <>
          <Changes before={before} after={pack} />
          {faults.length > 0 && <p>{i18n.t('options.subscriptions.broken')}</p>}
          <FaultLines faults={faults} />
        </>
      )}
      <p className="row">
        <button type="button" className="button primary" onClick={onAccept}>
          {i18n.t('options.subscriptions.accept', [pack.version])}
        </button>
        <button type="button" className="button" onClick={() => onPutOff(!isPutOff)}>
          {i18n.t(isPutOff ? 'options.subscriptions.show' : 'options.subscriptions.notNow')}
        </button>
      </p>
    </section>
  );
}

function Changes({ before, after }: { before: TeamPack | undefined; after: TeamPack }) {
  const { added, removed, changed, changes, words } = useMemo(
    () => comparePacks(before ?? { ...after, rules: [], changes: {}, lists: {} }, after),
    [before, after],
  );
  const lists = [
    ['added', added.map(({ id, message }) => ({ id, about: message }))],
    ['removed', removed.map(({ id, message }) => ({ id, about: message }))],
    ['changed', changed.map(({ id, parts }) => ({ id, about: joinWords(parts.map(namePart)) }))],
    ['others', changes.map((id) => ({ id, about: '' }))],
    ['words', words.map((id) => ({ id, about: '' }))],
  ] as const;
  if (lists.every(([, list]) => list.length === 0)) return <p>{i18n.t('options.subscriptions.noRule')}</p>;
  return lists
    .filter(([, list]) => list.length > 0)
    .map(([kind, list]) => (
      <div key={kind}>
        <h4>{i18n.t(`options.subscriptions.diff.${kind}`, list.length)}</h4>
        <ul className={`diff ${kind}`}>
          {list.map(({ id, about }) => (
            <li key={id}>
              <b>{id}</b> <span dir="auto">{about}</span>
            </li>
          ))}
        </ul>
      </div>
    ));
}

function namePart(part: ReturnType<typeof comparePacks>['changed'][number]['parts'][number]): string {
  return i18n.t(`options.subscriptions.parts.${part}`);
}
