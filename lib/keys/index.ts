/** What a key can ask for, in the order in which people are told. */
export const commands = ['next', 'previous', 'apply', 'open', 'dismiss', 'undo'] as const;
export type Command = (typeof commands)[number];

/** The key of each command as `getKeyName` writes it; `''` for none. */
export type Keys = Readonly<Record<Command, string>>;

/**
 * Function keys: they type nothing with AltGr or Option, and Gmail, Zendesk and the browsers leave these alone in a reply box.
 */
export const defaultKeys: Keys = {
  next: 'F8',
  previous: 'Shift+F8',
  apply: 'F9',
  open: 'Shift+F9',
  dismiss: 'Ctrl+F9',
  undo: 'Ctrl+Shift+F9',
};

/** A key event as it is written in settings: modifiers in the order Ctrl, Alt, Shift, Meta, then the key. */
export function getKeyName(event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'key'>): string {
  const { ctrlKey, altKey, shiftKey, metaKey } = event;
  const modifiers = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta'].filter(Boolean);
  return [...modifiers, event.key.length === 1 ? event.key.toUpperCase() : event.key].join('+');
}

/** The command that a key event stands for. A key that types a character with AltGr or Option stands for none. */
export function findCommand(event: KeyboardEvent, keys: Keys = defaultKeys): Command | undefined {
  if (event.isComposing || event.getModifierState('AltGraph')) return undefined;
  // A key that types is none of ours; with Ctrl or Meta it is a shortcut.
  if (event.key.length === 1 && (event.altKey || !(event.ctrlKey || event.metaKey))) return undefined;
  const name = getKeyName(event);
  return commands.find((command) => keys[command] === name);
}
