import { memo, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferenceRule } from '../../lib/packs/reference.ts';
import { isLocked } from '../../lib/storage/policy.ts';
import { withoutValue, withValue } from '../../lib/storage/settings.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { Icon } from '../Icon.tsx';
import { Switch } from '../Switch.tsx';
import { Examples } from './Examples.tsx';
import { Locked } from './Locked.tsx';
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
  const isHeld = useStore(store, ({ settings }) => isLocked(settings.policy, rule.id));
  const [isOpen, setOpen] = useState(isTarget);
  const isOn = rule.offBy === undefined && (isHeld || (!isOff && !isPackOff));
  return (
    <li className="rule" data-off={!isOn || undefined} ref={isTarget ? showIt : undefined}>
      <div className="head">
        <Switch
          isOn={isOn}
          isDisabled={isPackOff || isHeld || rule.offBy !== undefined}
          label={
            <span lang="en">
              {rule.message} <small>{getRuleName(rule)}</small>
            </span>
          }
          hint={sayWhy()}
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

  function sayWhy() {
    if (rule.offBy !== undefined) return i18n.t('team.offBy', [rule.offBy]);
    if (isHeld) return <Locked store={store} what="locked" />;
    if (isPackOff) return i18n.t('options.rules.offWithPack');
    return isOff ? i18n.t('options.rules.off') : undefined;
  }
});

function showIt(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'center' });
}
