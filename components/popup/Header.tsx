import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { isAllowed } from '../../lib/storage/policy.ts';
import { isSiteOff } from '../../lib/storage/settings.ts';
import { switchSite } from '../../lib/stores/silence.ts';
import { Logo } from '../Logo.tsx';
import { Switch } from '../Switch.tsx';
import type { PopupStores } from './Popup.tsx';

/** The mark, and this site's switch where CanDo works. */
export function Header({ stores: { settings, draft }, isHere }: { stores: PopupStores; isHere: boolean }) {
  const host = useStore(draft, ({ report }) => report?.host);
  const isElsewhere = useStore(draft, ({ report }) => report?.state === 'elsewhere');
  const isMine = useStore(settings, (state) => isAllowed(state.settings.policy, host ?? ''));
  const isOn = useStore(settings, (state) => !isSiteOff(state.settings.sitesOff, host ?? '')) && isMine;
  return (
    <header>
      <h1>
        <Logo size={22} />
      </h1>
      {isHere && host && !isElsewhere ? (
        <Switch
          isOn={isOn}
          label={i18n.t('popup.site.on', [host])}
          isDisabled={!isMine}
          onChange={(next) => void switchSite(settings, host, next)}
        />
      ) : (
        <b aria-hidden="true">CanDo</b>
      )}
    </header>
  );
}
