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
  dismiss: 'Ctrl+Shift+F8',
  undo: 'Ctrl+Shift+F9',
};

/** A key event as it is written in settings: modifiers in the order Ctrl, Alt, Shift, Meta, then the key. */
export function getKeyName(event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'key'>): string {
  const { ctrlKey, altKey, shiftKey, metaKey } = event;
  const modifiers = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta'].filter(Boolean);
  return [...modifiers, event.key.length === 1 ? event.key.toUpperCase() : event.key].join('+');
}

/** Keys that write or move the caret: with Shift too they are the editor's. */
const EDITING: readonly string[] = [
  ...['Enter', 'Tab', 'Escape', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
];
/** What an event is named before a character or a key has come out of it. */
const NO_KEYS: readonly string[] = [
  ...[
    '',
    'Ctrl',
    'Control',
    'Alt',
    'AltGraph',
    'Shift',
    'Meta',
    'OS',
    'CapsLock',
    'NumLock',
    'ScrollLock',
    'Fn',
    'FnLock',
  ],
  ...['Dead', 'Process', 'Unidentified', 'Compose'],
];

/** The parts of a key's name: its modifiers and the key, which may be a plus sign itself. */
export function splitKey(name: string): { modifiers: string[]; key: string } {
  const parts = name.endsWith('+') ? [...name.slice(0, -1).split('+').slice(0, -1), '+'] : name.split('+');
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? '' };
}

/** Why this key can be no command's: it types, it moves the caret, or it is none. Undefined when it can be. */
export function findObstacle(name: string): 'types' | 'edits' | 'none' | undefined {
  const { modifiers, key } = splitKey(name);
  if (NO_KEYS.includes(key)) return 'none';
  const isShortcut = modifiers.includes('Ctrl') || modifiers.includes('Meta');
  if (key.length === 1) return isShortcut && !modifiers.includes('Alt') ? undefined : 'types';
  return EDITING.includes(key) && !isShortcut && !modifiers.includes('Alt') ? 'edits' : undefined;
}

/** The command that a key event stands for. A key that types a character with AltGr or Option stands for none. */
export function findCommand(event: KeyboardEvent, keys: Keys = defaultKeys): Command | undefined {
  const name = getKeyName(event);
  const found = commands.find((command) => keys[command] === name);
  const isTyped = event.isComposing || event.getModifierState('AltGraph');
  return found && !isTyped && !findObstacle(name) ? found : undefined;
}
