import { i18n } from '#i18n';
import { sites } from '../../lib/sites/index.ts';

/** The name of a desk by its id. One that this version does not know keeps its id. */
export function getDeskName(desk: string): string {
  if (desk === 'other') return i18n.t('stats.desk.other');
  return sites.find(({ id }) => id === desk)?.name || desk;
}
