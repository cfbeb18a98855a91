import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { DraftStore } from '../../lib/stores/draft.ts';
import { Icon } from '../Icon.tsx';

/** Shows and says what was done last; what went wrong is said where it did. */
export function Said({ store }: { store: DraftStore }) {
  const last = useStore(store, (state) => state.last);
  const words =
    last?.end === 'applied'
      ? i18n.t('popup.applied', [last.text])
      : last?.end === 'ignored' && i18n.t('popup.ignored', [last.phrase]);
  return (
    <p className="said small" role="status">
      {words && (
        <span key={last?.count}>
          <Icon name="check" />
          {words}
        </span>
      )}
    </p>
  );
}
