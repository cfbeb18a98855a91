import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { isAllowed } from '../../lib/storage/policy.ts';
import { isSiteOff } from '../../lib/storage/settings.ts';
import { FlagList } from './FlagList.tsx';
import { NotHere } from './NotHere.tsx';
import type { PopupStores } from './Popup.tsx';
import { State } from './State.tsx';
import { Stepped } from './Stepped.tsx';

/** What there is to say of the reply behind the popup. */
export function Draft({ stores: { settings, draft }, isSnoozed }: { stores: PopupStores; isSnoozed: boolean }) {
  const report = useStore(draft, (state) => state.report);
  const isOff = useStore(settings, (state) => isSiteOff(state.settings.sitesOff, report?.host ?? ''));
  const isMine = useStore(settings, (state) => isAllowed(state.settings.policy, report?.host ?? ''));
  if (!report) return null;
  const { state, flags, unshown, stepped } = report;
  if (state === 'elsewhere')
    return (
      <State title={i18n.t('popup.elsewhere.title')}>
        <p>{i18n.t('popup.elsewhere.more')}</p>
      </State>
    );
  if (!isMine) return <NotHere store={settings} />;
  if (isOff)
    return (
      <State title={i18n.t('popup.site.off')}>
        <p>{i18n.t('popup.site.offMore')}</p>
      </State>
    );
  if (isSnoozed) return null;
  if (state === 'waiting')
    return (
      <>
        <Stepped store={settings} stepped={stepped} />
        <State title={i18n.t('popup.waiting.title')}>
          <p>{i18n.t('popup.waiting.more')}</p>
        </State>
      </>
    );
  if (state === 'unsupported')
    return (
      <State title={i18n.t('popup.unsupported.title')}>
        <p>{i18n.t('popup.unsupported.more')}</p>
        <a className="button" href="/welcome.html#try" target="_blank" rel="noreferrer">
          {i18n.t('popup.unsupported.try')}
        </a>
      </State>
    );
  return (
    <>
      <Stepped store={settings} stepped={stepped} />
      <FlagList store={draft} flags={flags} unshown={unshown} />
    </>
  );
}
