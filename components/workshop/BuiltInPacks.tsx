import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { beginChange } from '../../lib/stores/workshop-edits.ts';
import { getPackName } from './outline.ts';
import { PackFold } from './PackFold.tsx';
import { ReferenceRow } from './ReferenceRow.tsx';
import { goTo, toHash } from './route.ts';
import type { Tools } from './tools.ts';

interface BuiltInPacksProps {
  tools: Tools;
  /** With the rules that are sought. */
  packs: readonly ReferencePack[];
  isSought: boolean;
}

/** The packs that come with CanDo: each of their rules can be looked at, and changed for the team in a pack of its own. */
export function BuiltInPacks({ tools: { store, builtIn }, packs, isSought }: BuiltInPacksProps) {
  const id = useId();
  const drafts = useStore(store, ({ history }) => history.now);
  const [chosen, setChosen] = useState<string>();
  const into = drafts.find(({ key }) => key === chosen) ?? drafts[0];

  function change(rule: string): void {
    const ids = builtIn.map((pack) => pack.id);
    goTo(toHash(beginChange(store, into?.key, rule, i18n.t('workshop.firstName'), ids), 'changes', rule));
  }

  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{i18n.t('workshop.builtIn')}</h2>
      <p className="muted small">{i18n.t('workshop.builtInAbout')}</p>
      {drafts.length > 1 && (
        <p className="row">
          <label htmlFor={`${id}-into`}>{i18n.t('workshop.into')}</label>
          <select
            id={`${id}-into`}
            className="field"
            value={into?.key}
            onChange={({ target }) => setChosen(target.value)}
          >
            {drafts.map((draft) => (
              <option key={draft.key} value={draft.key}>
                {getPackName(draft)}
              </option>
            ))}
          </select>
        </p>
      )}
      <ul className="packs">
        {packs.map((pack) => (
          <PackFold
            key={pack.id}
            name={pack.name}
            state={i18n.t('options.rules.count', pack.rules.length)}
            isOpenAnyway={isSought}
          >
            {pack.rules.map((rule) => (
              <ReferenceRow key={rule.id} rule={rule}>
                <button type="button" className="button plain" onClick={() => change(rule.id)}>
                  {i18n.t('workshop.change')} <span className="unseen">{rule.id}</span>
                </button>
              </ReferenceRow>
            ))}
          </PackFold>
        ))}
      </ul>
    </section>
  );
}
