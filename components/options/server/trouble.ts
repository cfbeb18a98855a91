import { i18n } from '#i18n';
import type { ServerTrouble } from '../../../lib/clickhouse/trouble.ts';

/** What went wrong with the team's server, in a sentence. */
export function describeServerTrouble(trouble: ServerTrouble): string {
  return trouble.kind === 'other'
    ? i18n.t('teamServer.trouble.other', [trouble.said])
    : i18n.t(`teamServer.trouble.${trouble.kind}`);
}
