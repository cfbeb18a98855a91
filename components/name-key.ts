import { i18n } from '#i18n';
import { splitKey } from '../lib/keys/index.ts';

/** The parts of a key as they are called on keyboards of the interface's language: Ctrl is Strg in German. */
export function nameKey(name: string): string[] {
  const { modifiers, key } = splitKey(name);
  return [...modifiers.map((modifier) => i18n.t(`keys.names.${modifier as 'Ctrl'}`)), key];
}
