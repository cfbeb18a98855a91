import { i18n } from '#i18n';
import type { Range } from '../../lib/stats/range.ts';
import type { StatsStore } from '../../lib/stores/stats.ts';
import { Notice } from '../Notice.tsx';
import { writeRange } from './numbers.ts';

/** That nothing was counted in these days, while there are others. */
export function NothingThen({ store, range }: { store: StatsStore; range: Range }) {
  return (
    <Notice
      actions={
        <button
          type="button"
          className="button"
          onClick={() => store.ask({ preset: 'all', desk: undefined, group: undefined, agent: undefined })}
        >
          {i18n.t('stats.nothingThen.all')}
        </button>
      }
    >
      {i18n.t('stats.nothingThen.said', [writeRange(range)])}
    </Notice>
  );
}
