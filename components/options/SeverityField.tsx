import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { Severity } from '../../lib/engine/types.ts';
import type { ReferenceRule } from '../../lib/packs/reference.ts';
import { isLocked } from '../../lib/storage/policy.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { Icon } from '../Icon.tsx';
import { Locked } from './Locked.tsx';
import { OfRule } from './RuleName.tsx';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** How loud a rule is. The pack's own choice is named, and one click away. */
export function SeverityField({ store, rule }: { store: SettingsStore; rule: ReferenceRule }) {
  const own = useStore(store, ({ settings }) => settings.severities[rule.id]);
  const severity = own ?? rule.severity;
  const isRequired = useStore(store, ({ settings }) => Object.hasOwn(settings.policy.severities, rule.id));
  const isHeld = useStore(store, ({ settings }) => isLocked(settings.policy, rule.id)) || isRequired;
  const set = (next: Severity) =>
    void change(store, ({ severities: { [rule.id]: _, ...others }, steppedDown: { [rule.id]: __, ...steps } }) => ({
      severities: next === rule.severity ? others : { ...others, [rule.id]: next },
      // Who chooses by hand has the last word.
      steppedDown: steps,
    }));
  return (
    <span className="severity-field">
      <i className={`severity ${severity}`} aria-hidden="true" />
      <label>
        <span className="unseen">
          {i18n.t('options.rules.severity')} <OfRule rule={rule} />
        </span>
        <select
          className="field"
          value={severity}
          disabled={isHeld}
          onChange={({ target }) => set(target.value as Severity)}
        >
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {one === rule.severity
                ? i18n.t('options.rules.default', [i18n.t(`options.severity.${one}`)])
                : i18n.t(`options.severity.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {isRequired && <Locked store={store} what="severity" />}
      {!isHeld && own !== undefined && own !== rule.severity && (
        <button type="button" className="button plain" onClick={() => set(rule.severity)}>
          <Icon name="undo" />
          {i18n.t('options.rules.reset')} <OfRule rule={rule} />
        </button>
      )}
    </span>
  );
}
