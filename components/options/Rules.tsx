import { useDeferredValue, useId, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack, ReferenceRule } from '../../lib/packs/reference.ts';
import { isRuleOff, type SettingsInForce } from '../../lib/storage/policy.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { findRules } from './find-rules.ts';
import { Pack } from './Pack.tsx';

interface RulesProps {
  store: SettingsStore;
  packs: readonly ReferencePack[];
  /** The rule to show at once, or `''`. */
  target: string;
}

/** Every pack and rule: what it says, why, where it is quiet, and the ways to change it. */
export function Rules({ store, packs, target }: RulesProps) {
  const id = useId();
  const settings = useStore(store, (state) => state.settings);
  const { severities, steppedDown } = settings;
  const [query, setQuery] = useState('');
  const [isChangedOnly, setChangedOnly] = useState(false);
  const sought = useDeferredValue(query);
  const found = findRules(
    packs,
    sought,
    (rule) =>
      !isChangedOnly ||
      isOff(rule, settings) ||
      severities[rule.id] !== undefined ||
      Object.hasOwn(steppedDown, rule.id),
  );
  const count = found.reduce((sum, { rules }) => sum + rules.length, 0);
  const isFiltered = sought.trim() !== '' || isChangedOnly;
  return (
    <>
      <p className="muted">{i18n.t('options.rules.english')}</p>
      <search className="search">
        <label htmlFor={`${id}-search`}>{i18n.t('options.rules.search')}</label>
        <input
          id={`${id}-search`}
          type="search"
          className="field"
          value={query}
          onChange={({ target: { value } }) => setQuery(value)}
        />
        <label className="check">
          <input type="checkbox" checked={isChangedOnly} onChange={(event) => setChangedOnly(event.target.checked)} />
          {i18n.t('options.rules.changedOnly')}
        </label>
        <p role="status" className="muted small">
          {i18n.t('options.rules.found', count)} {describeOff(packs, settings)}
        </p>
      </search>
      {found.length === 0 && (
        <p>{i18n.t(isChangedOnly && sought.trim() === '' ? 'options.rules.noneChanged' : 'options.rules.none')}</p>
      )}
      <ul className="packs">
        {found.map((pack) => (
          <Pack
            key={pack.id}
            store={store}
            pack={pack}
            total={packs.find(({ id: other }) => other === pack.id)?.rules.length ?? 0}
            isOpenAnyway={isFiltered}
            target={target}
          />
        ))}
      </ul>
    </>
  );
}

function describeOff(packs: readonly ReferencePack[], settings: SettingsInForce): string {
  const count = packs.flatMap((pack) => pack.rules.filter((rule) => isOff(rule, settings))).length;
  return count > 0 ? i18n.t('options.rules.allOff', count) : '';
}

function isOff({ id, offBy }: ReferenceRule, settings: SettingsInForce): boolean {
  return offBy !== undefined || isRuleOff(settings, id);
}
