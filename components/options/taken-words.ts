import { i18n } from '#i18n';
import { findTaken, type System, type Taken } from '../../lib/keys/taken.ts';
import { joinWords } from '../language.ts';

/** The system that this browser runs on, as far as it says. */
function getSystem(): System {
  const { platform } = navigator;
  if (/mac/i.test(platform)) return 'macos';
  return /win/i.test(platform) ? 'windows' : 'linux';
}

/** One sentence for each who takes this key on this system, and for what. */
export function describeTaken(key: string): string[] {
  const system = getSystem();
  return findTaken(key)
    .filter(({ systems }) => systems.includes(system))
    .map(describe);
}

function describe({ who, does, isFirst }: Taken): string {
  const words: [string, string] = [joinWords(who), i18n.t(`keys.does.${does}`)];
  return isFirst ? i18n.t('options.keys.takenFirst', words) : i18n.t('options.keys.taken', words);
}
