import { i18n } from '#i18n';
import { commands } from '../../lib/keys/index.ts';
import type { SettingName, Settings } from '../../lib/storage/settings.ts';
import { joinWords, writeDate } from '../language.ts';

/** A setting in a few words, to compare it with another. */
export function sumUp(name: SettingName, settings: Settings): string {
  const { readers, variety, snoozedUntil, keys, appearance, counting } = settings;
  switch (name) {
    case 'off':
    case 'ignored':
    case 'inFull':
    case 'sitesOff':
      return String(settings[name].length);
    case 'severities':
    case 'steppedDown':
      return String(Object.keys(settings[name]).length);
    case 'readers':
      return join([
        readers.public && i18n.t('options.readers.public'),
        readers.notes && i18n.t('options.readers.notes'),
      ]);
    case 'variety':
      return i18n.t(`options.english.${variety}`);
    case 'snoozedUntil':
      return snoozedUntil > 0 ? writeDate(snoozedUntil) : i18n.t('options.nothing');
    case 'keys':
      return join(commands.map((command) => keys[command]));
    case 'appearance':
      return join([
        i18n.t(`options.appearance.${appearance.theme}`),
        appearance.chip && i18n.t('options.appearance.chip'),
        appearance.hover && i18n.t('options.appearance.hover'),
        appearance.fade && i18n.t('mastered.fade'),
      ]);
    case 'counting':
      return i18n.t(counting ? 'counting.on' : 'counting.off');
  }
}

function join(parts: readonly (string | false)[]): string {
  return joinWords(parts) || i18n.t('options.nothing');
}
