import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { beginChange } from '../../lib/stores/workshop-edits.ts';
import { Icon } from '../Icon.tsx';
import { goTo, toHash } from './route.ts';
import type { Tools } from './tools.ts';

interface BuiltInPackProps {
  tools: Tools;
  /** With the rules that are sought. */
  pack: ReferencePack;
  isOpenAnyway: boolean;
}

/** A pack that comes with CanDo: each of its rules can be looked at, and changed for the team. */
export function BuiltInPack({ tools, pack, isOpenAnyway }: BuiltInPackProps) {
  const { store, builtIn } = tools;
  const drafts = useStore(store, ({ history }) => history.now);
  const [isOpened, setOpened] = useState(false);
  const isOpen = isOpened || isOpenAnyway;

  function change(rule: string): void {
    const ids = builtIn.map(({ id }) => id);
    goTo(toHash(beginChange(store, drafts[0]?.key, rule, i18n.t('workshop.firstName'), ids), 'changes', rule));
  }

  return (
    <li className="pack panel">
      <div className="head">
        <h3>
          <button type="button" aria-expanded={isOpen} disabled={isOpenAnyway} onClick={() => setOpened(!isOpened)}>
            <Icon name="down" />
            <span lang="en">{pack.name}</span>
          </button>
        </h3>
        <span className="state small">{i18n.t('options.rules.count', pack.rules.length)}</span>
      </div>
      {isOpen && (
        <ul className="rows">
          {pack.rules.map((rule) => (
            <li key={rule.id} className="rule-row">
              <i
                className={`severity ${rule.severity}`}
                role="img"
                aria-label={i18n.t(`options.severity.${rule.severity}`)}
              />
              <a className="rule-link" href={`#rules/${rule.id}`} lang="en">
                {rule.message}
              </a>
              <small className="muted">{rule.id}</small>
              <button type="button" className="button plain" onClick={() => change(rule.id)}>
                {i18n.t('workshop.change')} <span className="unseen">{rule.id}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
