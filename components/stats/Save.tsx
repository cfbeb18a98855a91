import { i18n } from '#i18n';
import { toJson, toLongCsv } from '../../lib/stats/export.ts';
import type { Filter } from '../../lib/stats/source.ts';
import type { Table } from '../../lib/stats/table.ts';
import { download } from '../options/download.ts';

interface SaveProps {
  place: string;
  filter: Filter;
  tables: readonly Table[];
}

/** All that is shown, as a file or on paper. */
export function Save({ place, filter, tables }: SaveProps) {
  const name = `cando-${filter.from}-${filter.to}`;
  return (
    <section className="save">
      <h2>{i18n.t('stats.save.title')}</h2>
      <p className="muted">{i18n.t('stats.save.about')}</p>
      <p className="row">
        <button
          type="button"
          className="button"
          onClick={() => download({ name: `${name}.csv`, text: toLongCsv(tables), type: 'text/csv' })}
        >
          {i18n.t('stats.save.csv')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => download({ name: `${name}.json`, text: toJson(place, filter, tables) })}
        >
          {i18n.t('stats.save.json')}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {i18n.t('stats.save.print')}
        </button>
      </p>
    </section>
  );
}
