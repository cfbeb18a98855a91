import { i18n } from '#i18n';
import type { Taken } from '../../lib/keys/taken.ts';

const SYSTEMS = { windows: 'Windows', macos: 'macOS', linux: 'Linux' } as const;

/** One sentence: who takes the key, for what, and on which systems. */
export function describeTaken({ who, does, systems, isFirst }: Taken): string {
  const names = systems.map((system) => SYSTEMS[system]);
  // A system is its own where.
  const others = names.filter((name) => !who.some((one) => one === name));
  const by = others.length > 0 ? `${who.join(', ')} (${others.join(', ')})` : who.join(', ');
  const words: [string, string] = [by, i18n.t(`keys.does.${does}`)];
  return isFirst ? i18n.t('options.keys.takenFirst', words) : i18n.t('options.keys.taken', words);
}
