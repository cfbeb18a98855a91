import { i18n } from '#i18n';
import type { PackFault } from '../../../lib/packs/faults.ts';
import type { Trouble } from '../../../lib/stores/subscriptions.ts';

/** What went wrong at the last look, in a sentence. */
export function describeTrouble(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'status':
      return i18n.t('options.subscriptions.trouble.status', [trouble.status]);
    case 'slow':
      return i18n.t('options.subscriptions.trouble.slow', [Math.round(trouble.after / 1000)]);
    case 'large':
      return i18n.t('options.subscriptions.trouble.large', [Math.round(trouble.most / 1000)]);
    case 'moved':
      return trouble.to
        ? i18n.t('options.subscriptions.trouble.movedTo', [trouble.to])
        : i18n.t('options.subscriptions.trouble.moved');
    case 'pin':
      return i18n.t('options.subscriptions.trouble.pin', [trouble.found]);
    case 'other':
      return i18n.t('options.subscriptions.trouble.other', [trouble.found]);
    case 'taken':
      return i18n.t('options.subscriptions.trouble.taken', [trouble.id]);
    case 'room':
      return i18n.t(`options.subscriptions.trouble.room.${trouble.why}`);
    default:
      return i18n.t(`options.subscriptions.trouble.${trouble.kind}`);
  }
}

export function getFaults(trouble: Trouble): readonly PackFault[] {
  return trouble.kind === 'broken' ? trouble.faults : [];
}
