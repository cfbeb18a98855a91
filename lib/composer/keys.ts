/** What a key can ask for. */
export type Command = 'next' | 'previous' | 'apply' | 'open' | 'dismiss' | 'undo';

/**
 * Function keys: they type nothing with AltGr or Option, and Gmail, Zendesk and the browsers leave these alone in a reply box.
 */
export const defaultKeys: Readonly<Record<Command, string>> = {
  next: 'F8',
  previous: 'Shift+F8',
  apply: 'F9',
  open: 'Shift+F9',
  dismiss: 'Ctrl+F9',
  undo: 'Ctrl+Shift+F9',
};

/** A key event as it is written in settings: modifiers in the order Ctrl, Alt, Shift, Meta, then the key. */
export function getKeyName(event: KeyboardEvent): string {
  const { ctrlKey, altKey, shiftKey, metaKey } = event;
  const modifiers = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta'].filter(Boolean);
  return [...modifiers, event.key.length === 1 ? event.key.toUpperCase() : event.key].join('+');
}

/** The command that a key event stands for. A key that types a character with AltGr or Option stands for none. */
export function findCommand(
  event: KeyboardEvent,
  keys: Readonly<Record<Command, string>> = defaultKeys,
): Command | undefined {
  if (event.isComposing || event.getModifierState('AltGraph')) return undefined;
  // A key that types is none of ours; with Ctrl or Meta it is a shortcut.
  if (event.key.length === 1 && (event.altKey || !(event.ctrlKey || event.metaKey))) return undefined;
  const name = getKeyName(event);
  return (Object.keys(keys) as Command[]).find((command) => keys[command] === name);
}
