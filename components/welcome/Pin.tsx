import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ToolbarStore } from '../../lib/stores/toolbar.ts';
import { Notice } from '../Notice.tsx';
import { PinPicture } from './PinPicture.tsx';

/** How the button gets on the toolbar, and that it is there. */
export function Pin({ toolbar, isFirefox }: { toolbar: ToolbarStore; isFirefox: boolean }) {
  const { isPinned } = useStore(toolbar);
  return (
    <div className="pin">
      <div>
        <p>{i18n.t('welcome.pin.why')}</p>
        {!isPinned && <p>{i18n.t(isFirefox ? 'welcome.pin.firefox' : 'welcome.pin.chromium')}</p>}
        <div role="status">{isPinned && <Notice kind="good">{i18n.t('welcome.pin.done')}</Notice>}</div>
      </div>
      <PinPicture isFirefox={isFirefox} />
    </div>
  );
}
