import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { layerReference } from '../../lib/packs/team-reference.ts';
import {
  addDraft,
  type Draft,
  deletePack,
  getId,
  goBack,
  type InstalledPack,
  listOthers,
} from '../../lib/stores/workshop.ts';
import { beginPack, beginRule } from '../../lib/stores/workshop-edits.ts';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';
import { findRules } from '../options/find-rules.ts';
import { focusIt } from '../options/focus.ts';
import { BuiltInPacks } from './BuiltInPacks.tsx';
import { ImportPack } from './ImportPack.tsx';
import { OtherPacks } from './OtherPacks.tsx';
import { OwnPack } from './OwnPack.tsx';
import { getPackName } from './outline.ts';
import { goTo, toHash } from './route.ts';
import { Search, type Sought } from './Search.tsx';
import { findOutlines } from './search.ts';
import type { Tools } from './tools.ts';

/** All packs: the team's own to work on, the built-in ones to look at and to change. */
export function PackList({ tools }: { tools: Tools }) {
  const { store, builtIn } = tools;
  const id = useId();
  const state = useStore(store);
  const drafts = state.history.now;
  const elsewhere = useMemo(
    () => listOthers(state).flatMap((installed) => toReference(installed).map((pack) => ({ installed, pack }))),
    [state],
  );
  const [sought, setSought] = useState<Sought>({ query: '', severity: '', pack: '' });
  const [deleted, setDeleted] = useState<string>();
  const own = drafts.map((draft) => ({ draft, rules: findOutlines(draft, sought) }));
  const find = (packs: readonly ReferencePack[]) =>
    findRules(
      packs,
      sought.query,
      (rule, pack) =>
        (!sought.severity || rule.severity === sought.severity) && (!sought.pack || pack.id === sought.pack),
    );
  const isSought = Object.values(sought).some(Boolean);
  // One that only changes rules has none to be found.
  const others = isSought
    ? elsewhere.flatMap(({ installed, pack }) => find([pack]).map((found) => ({ installed, pack: found })))
    : elsewhere;
  const shipped = find(builtIn);

  function begin(): void {
    const { key, rule } = beginPack(
      store,
      i18n.t('workshop.firstName'),
      [...builtIn, ...elsewhere.map(({ pack }) => pack)].map((pack) => pack.id),
    );
    goTo(toHash(key, 'rules', rule));
  }

  async function remove(draft: Draft): Promise<void> {
    setDeleted(getPackName(draft));
    await deletePack(store, draft.key);
  }

  return (
    <>
      <p className="muted">{i18n.t('workshop.about')}</p>
      <p className="row">
        <button type="button" className="button primary" onClick={begin}>
          <Icon name="plus" />
          {i18n.t(drafts.length === 0 ? 'workshop.first' : 'workshop.newPack')}
        </button>
      </p>
      {deleted !== undefined && (
        <Notice
          kind="good"
          actions={
            <button
              type="button"
              className="button"
              ref={focusIt}
              onClick={() => {
                setDeleted(undefined);
                void goBack(store);
              }}
            >
              <Icon name="undo" />
              {i18n.t('workshop.undo')}
            </button>
          }
        >
          {i18n.t('workshop.deleted', [deleted])}
        </Notice>
      )}
      <Search
        sought={sought}
        onChange={setSought}
        packs={[
          ...drafts.map((draft) => ({ id: getId(draft), name: getPackName(draft) })),
          ...[...elsewhere.map(({ pack }) => pack), ...builtIn],
        ]}
        count={[...own, ...others.map(({ pack }) => pack), ...shipped].reduce(
          (sum, { rules }) => sum + rules.length,
          0,
        )}
      />
      <section className="stack" aria-labelledby={`${id}-own`}>
        <h2 id={`${id}-own`}>{i18n.t('workshop.own')}</h2>
        {drafts.length === 0 && <p className="muted">{i18n.t('workshop.none')}</p>}
        <ul className="packs">
          {own
            .filter(({ rules }) => !isSought || rules.length > 0)
            .map(({ draft, rules }) => (
              <OwnPack
                key={draft.key}
                tools={tools}
                draft={draft}
                rules={rules}
                onRule={() => goTo(toHash(draft.key, 'rules', beginRule(store, draft.key)))}
                onDelete={() => void remove(draft)}
              />
            ))}
        </ul>
        <ImportPack
          tools={tools}
          onTake={(text, isMoreToCome) => {
            const key = addDraft(store, text);
            if (!isMoreToCome) goTo(toHash(key));
          }}
        />
      </section>
      <OtherPacks tools={tools} packs={others} isSought={isSought} />
      <BuiltInPacks tools={tools} packs={shipped} isSought={isSought} />
    </>
  );
}

function toReference({ pack }: InstalledPack): ReferencePack[] {
  return layerReference([], [pack]);
}
