import { i18n } from '#i18n';
import type { PlaceName } from '../../lib/stores/stats.ts';

/** The first day: what will stand here, what is counted for it, and what never is. */
export function Empty({ place }: { place: PlaceName }) {
  return (
    <section className="empty panel">
      <h2>{i18n.t('stats.empty.title')}</h2>
      <p>{i18n.t(`stats.empty.${place}`)}</p>
      <ul>
        <li>{i18n.t('stats.empty.weeks')}</li>
        <li>{i18n.t('stats.empty.became')}</li>
        <li>{i18n.t('stats.empty.habits')}</li>
      </ul>
      <h3>{i18n.t('stats.empty.countedTitle')}</h3>
      <p>{i18n.t('stats.empty.counted')}</p>
      <h3>{i18n.t('stats.empty.neverTitle')}</h3>
      <p>{i18n.t('stats.empty.never')}</p>
    </section>
  );
}
