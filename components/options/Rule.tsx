import { memo, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferenceRule } from '../../lib/packs/reference.ts';
import { withoutValue, withValue } from '../../lib/storage/settings.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { Icon } from '../Icon.tsx';
import { Switch } from '../Switch.tsx';
import { Examples } from './Examples.tsx';
import { getRuleName, OfRule } from './RuleName.tsx';
import { SeverityField } from './SeverityField.tsx';
import { SteppedDown } from './SteppedDown.tsx';

interface RuleProps {
  store: SettingsStore;
  rule: ReferenceRule;
  isPackOff: boolean;
  /** Led to from elsewhere: open, and in view. */
  isTarget: boolean;
}

export const Rule = memo(function Rule({ store, rule, isPackOff, isTarget }: RuleProps) {
  const isOff = useStore(store, ({ settings }) => settings.off.includes(rule.id));
  const [isOpen, setOpen] = useState(isTarget);
  const isOn = !isOff && !isPackOff;
  return (
    <li className="rule" data-off={!isOn || undefined} ref={isTarget ? showIt : undefined}>
      <div className="head">
        <Switch
          isOn={isOn}
          isDisabled={isPackOff}
          label={
            <span lang="en">
              {rule.message} <small>{getRuleName(rule)}</small>
            </span>
          }
          hint={isPackOff ? i18n.t('options.rules.offWithPack') : isOff ? i18n.t('options.rules.off') : undefined}
          onChange={(on) =>
            void change(store, ({ off }) => ({ off: on ? withoutValue(off, rule.id) : withValue(off, rule.id) }))
          }
        />
        <SeverityField store={store} rule={rule} />
        <button type="button" className="button plain more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name="down" />
          {i18n.t('options.rules.more')} <OfRule rule={rule} />
        </button>
      </div>
      <SteppedDown store={store} rule={rule} />
      {isOpen && <Examples rule={rule} />}
    </li>
  );
});

function showIt(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'center' });
}
