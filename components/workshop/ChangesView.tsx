import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import type { Draft } from '../../lib/stores/workshop.ts';
import { dropChange } from '../../lib/stores/workshop-edits.ts';
import { readRaw } from '../../lib/workshop/document.ts';
import { ChangeFields } from './ChangeFields.tsx';
import { toRecord } from './outline.ts';
import { toHash } from './route.ts';
import type { Tools } from './tools.ts';

interface ChangesViewProps {
  tools: Tools;
  draft: Draft;
  faults: readonly PackFault[];
  /** The rule that was led to. */
  at: string;
}

/** What a pack changes in rules of the packs below it. */
export function ChangesView({ tools, draft, faults, at }: ChangesViewProps) {
  const { store, builtIn } = tools;
  const changes = Object.entries(toRecord(readRaw(draft.text)?.changes));
  const rules = builtIn.flatMap((pack) => [
    { id: pack.id, message: pack.name },
    ...pack.rules.map(({ id, message }) => ({ id, message })),
  ]);
  return (
    <section className="stack">
      <p className="muted">{i18n.t('workshop.changes.about')}</p>
      {changes.length === 0 && <p>{i18n.t('workshop.changes.none')}</p>}
      {changes.map(([id, change]) => (
        <ChangeFields
          key={id}
          store={store}
          draft={draft}
          id={id}
          message={rules.find((rule) => rule.id === id)?.message ?? id}
          change={toRecord(change)}
          faults={faults.filter(({ path }) => path[0] === 'changes' && path[1] === id)}
          isFirst={id === at}
          onDrop={() => dropChange(store, draft.key, id)}
        />
      ))}
      <p>
        <a href={toHash()}>{i18n.t('workshop.changes.more')}</a>
      </p>
    </section>
  );
}
