import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferenceRule } from '../../lib/packs/reference.ts';
import { stepDown } from '../../lib/storage/steps.ts';
import { type SettingsStore, takeStepsBack } from '../../lib/stores/settings.ts';
import { Icon } from '../Icon.tsx';
import { OfRule } from './RuleName.tsx';

/** That a rule has stepped down by itself, and the way back. */
export function SteppedDown({ store, rule }: { store: SettingsStore; rule: ReferenceRule }) {
  const step = useStore(store, ({ settings }) => settings.steppedDown[rule.id]);
  const own = useStore(store, ({ settings }) => settings.severities[rule.id] ?? rule.severity);
  const now = stepDown(own, step);
  if (now === own || now === 'error') return null;
  return (
    <p className="stepped-down small">
      {i18n.t('popup.stepped.title')} {i18n.t(`options.rules.stepped.${now}`)}
      <button type="button" className="button plain" onClick={() => takeStepsBack(store, rule.id)}>
        <Icon name="undo" />
        {i18n.t('popup.stepped.back')} <OfRule rule={rule} />
      </button>
    </p>
  );
}
