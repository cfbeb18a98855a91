/** Who else takes a key, for what, and where that is said. Read in November 2026. */
export interface Taken {
  /** As `getKeyName` writes it. */
  key: string;
  who: readonly Taker[];
  /** What it does there: a word under `keys.does` in the locales. */
  does: Deed;
  systems: readonly System[];
  /** They get the key before any page: nothing of ours can take it there. */
  isFirst?: true;
  /** Where it is written. */
  source: string;
}

export type System = 'windows' | 'macos' | 'linux';

/** Whose keys were gone through. */
export const takers = [
  ...(['Chrome', 'Edge', 'Firefox', 'Gmail', 'Zendesk'] as const),
  ...(['NVDA', 'JAWS', 'Narrator', 'VoiceOver', 'Orca'] as const),
  ...(['Windows', 'macOS', 'GNOME', 'KDE Plasma', 'Xfce'] as const),
] as const;
export type Taker = (typeof takers)[number];

export type Deed = (typeof deeds)[number];
const deeds = [
  ...([
    'help',
    'find',
    'findNext',
    'findPrevious',
    'reload',
    'nextPane',
    'caretBrowsing',
    'menuBar',
    'fullScreen',
  ] as const),
  ...(['developerTools', 'storageInspector', 'readerView', 'immersiveReader', 'addressBar', 'contextMenu'] as const),
  ...([
    'newTab',
    'newWindow',
    'closeTab',
    'nextTab',
    'privateWindow',
    'reopenTab',
    'closeWindow',
    'quit',
    'print',
  ] as const),
  ...([
    'save',
    'history',
    'downloads',
    'bookmark',
    'zoom',
    'taskManager',
    'selectAll',
    'copy',
    'cut',
    'paste',
  ] as const),
  ...(['undo', 'redo', 'bold', 'italic', 'underline', 'link', 'byWord', 'deleteWord', 'editorToolbar'] as const),
  ...(['send', 'cc', 'bcc', 'voiceOverUtility', 'statusMenus', 'spotlight', 'showDesktop', 'mediaKeys'] as const),
  ...([
    'presentWindows',
    'allWindows',
    'classWindows',
    'workspace',
    'runDialog',
    'moveWindow',
    'resizeWindow',
  ] as const),
  ...(['back', 'minimizeWindow', 'voiceOver', 'tabFocus'] as const),
] as const;

const PC = ['windows', 'linux'] as const;
const MAC = ['macos'] as const;
const ALL = ['windows', 'macos', 'linux'] as const;
const LINUX = ['linux'] as const;
const WINDOWS = ['windows'] as const;
const BROWSERS = ['Chrome', 'Edge', 'Firefox'] as const;
const CHROMIUM = ['Chrome', 'Edge'] as const;
const FIREFOX = ['Firefox'] as const;

const CHROME_HELP = 'https://support.google.com/chrome/answer/157179';
const EDGE_HELP =
  'https://support.microsoft.com/en-us/microsoft-edge/keyboard-shortcuts-in-microsoft-edge-50d3edab-30d9-c7e4-21ce-37fe2713cfad';
const FIREFOX_HELP = 'https://support.mozilla.org/en-US/kb/keyboard-shortcuts-perform-firefox-tasks-quickly';
const FIREFOX_TOOLS = 'https://firefox-source-docs.mozilla.org/devtools-user/keyboard_shortcuts/';
const GMAIL_HELP = 'https://support.google.com/mail/answer/6594';
const CKEDITOR_HELP = 'https://ckeditor.com/docs/ckeditor5/latest/features/accessibility.html';
const MAC_HELP = 'https://support.apple.com/en-us/102650';
const MAC_KEYS_HELP = 'https://support.apple.com/en-us/102439';
const VOICEOVER_HELP = 'https://support.apple.com/guide/voiceover/welcome/mac';
const WINDOWS_HELP =
  'https://support.microsoft.com/en-us/windows/keyboard-shortcuts-in-windows-dcc61a57-8ff0-cffe-9796-cb9706c75eec';
const GNOME_HELP = 'https://help.gnome.org/users/gnome-help/stable/shell-keyboard-shortcuts.html';
const KWIN_SOURCE = 'https://invent.kde.org/plasma/kwin';
const XFCE_HELP =
  'https://gitlab.xfce.org/xfce/libxfce4ui/-/blob/master/libxfce4kbd-private/xfce4-keyboard-shortcuts.xml';

/** The same with Ctrl, and with Cmd on a Mac. */
function withMain(
  key: string,
  who: readonly Taker[],
  does: Deed,
  source: string,
  more: Pick<Taken, 'isFirst'> = {},
): Taken[] {
  return [
    { key: `Ctrl+${key}`, who, does, systems: PC, source, ...more },
    {
      key: key.startsWith('Shift+') ? `Shift+Meta+${key.slice(6)}` : `Meta+${key}`,
      who,
      does,
      systems: MAC,
      source,
      ...more,
    },
  ];
}

const FIRST = { isFirst: true } as const;

export const taken: readonly Taken[] = [
  { key: 'F1', who: BROWSERS, does: 'help', systems: PC, source: CHROME_HELP },
  { key: 'F3', who: BROWSERS, does: 'findNext', systems: PC, source: CHROME_HELP },
  { key: 'Shift+F3', who: BROWSERS, does: 'findPrevious', systems: PC, source: CHROME_HELP },
  { key: 'F4', who: ['Edge'], does: 'addressBar', systems: WINDOWS, source: EDGE_HELP },
  { key: 'F5', who: BROWSERS, does: 'reload', systems: PC, source: CHROME_HELP },
  { key: 'Ctrl+F5', who: BROWSERS, does: 'reload', systems: PC, source: CHROME_HELP },
  { key: 'Shift+F5', who: CHROMIUM, does: 'reload', systems: PC, source: CHROME_HELP },
  { key: 'F6', who: BROWSERS, does: 'nextPane', systems: PC, source: CHROME_HELP },
  { key: 'F7', who: BROWSERS, does: 'caretBrowsing', systems: PC, source: CHROME_HELP },
  { key: 'F7', who: FIREFOX, does: 'caretBrowsing', systems: MAC, source: FIREFOX_HELP },
  { key: 'F9', who: ['Edge'], does: 'immersiveReader', systems: WINDOWS, source: EDGE_HELP },
  { key: 'F9', who: FIREFOX, does: 'readerView', systems: WINDOWS, source: FIREFOX_HELP },
  { key: 'Shift+F9', who: FIREFOX, does: 'storageInspector', systems: ALL, source: FIREFOX_TOOLS },
  { key: 'Shift+F5', who: FIREFOX, does: 'developerTools', systems: ALL, source: FIREFOX_TOOLS },
  { key: 'Shift+F7', who: FIREFOX, does: 'developerTools', systems: ALL, source: FIREFOX_TOOLS },
  { key: 'Shift+F12', who: FIREFOX, does: 'developerTools', systems: ALL, source: FIREFOX_TOOLS },
  { key: 'F10', who: ['Windows', 'GNOME'], does: 'menuBar', systems: PC, source: WINDOWS_HELP },
  { key: 'Shift+F10', who: ['Windows', 'GNOME'], does: 'contextMenu', systems: PC, source: WINDOWS_HELP },
  { key: 'F11', who: BROWSERS, does: 'fullScreen', systems: PC, source: CHROME_HELP },
  { key: 'F12', who: BROWSERS, does: 'developerTools', systems: PC, source: CHROME_HELP },
  { key: 'Shift+Escape', who: CHROMIUM, does: 'taskManager', systems: PC, source: CHROME_HELP },

  ...withMain('T', BROWSERS, 'newTab', CHROME_HELP, FIRST),
  ...withMain('N', BROWSERS, 'newWindow', CHROME_HELP, FIRST),
  ...withMain('W', BROWSERS, 'closeTab', CHROME_HELP, FIRST),
  ...withMain('Shift+W', BROWSERS, 'closeWindow', CHROME_HELP, FIRST),
  ...withMain('Shift+N', CHROMIUM, 'privateWindow', CHROME_HELP, FIRST),
  ...withMain('Shift+P', FIREFOX, 'privateWindow', FIREFOX_HELP, FIRST),
  ...withMain('Shift+T', BROWSERS, 'reopenTab', CHROME_HELP, FIRST),
  ...withMain('Tab', BROWSERS, 'nextTab', CHROME_HELP, FIRST).filter(({ systems }) => systems === PC),
  { key: 'Ctrl+F4', who: BROWSERS, does: 'closeTab', systems: PC, isFirst: true, source: CHROME_HELP },
  ...withMain('Q', BROWSERS, 'quit', FIREFOX_HELP, FIRST).filter(({ systems }) => systems === MAC),
  ...withMain('F', BROWSERS, 'find', CHROME_HELP),
  ...withMain('G', BROWSERS, 'findNext', CHROME_HELP),
  ...withMain('R', BROWSERS, 'reload', CHROME_HELP),
  ...withMain('P', BROWSERS, 'print', CHROME_HELP),
  ...withMain('S', BROWSERS, 'save', CHROME_HELP),
  ...withMain('L', BROWSERS, 'addressBar', CHROME_HELP),
  ...withMain('D', BROWSERS, 'bookmark', CHROME_HELP),
  { key: 'Ctrl+H', who: BROWSERS, does: 'history', systems: PC, source: CHROME_HELP },
  { key: 'Ctrl+J', who: BROWSERS, does: 'downloads', systems: PC, source: CHROME_HELP },
  ...withMain('Shift+I', BROWSERS, 'developerTools', CHROME_HELP).filter(({ systems }) => systems === PC),
  ...withMain('+', BROWSERS, 'zoom', CHROME_HELP),
  ...withMain('-', BROWSERS, 'zoom', CHROME_HELP),
  ...withMain('0', BROWSERS, 'zoom', CHROME_HELP),
  { key: 'Alt+ArrowLeft', who: BROWSERS, does: 'back', systems: PC, source: CHROME_HELP },

  ...withMain('A', ['Gmail', 'Zendesk'], 'selectAll', MAC_HELP),
  ...withMain('C', ['Gmail', 'Zendesk'], 'copy', MAC_HELP),
  ...withMain('X', ['Gmail', 'Zendesk'], 'cut', MAC_HELP),
  ...withMain('V', ['Gmail', 'Zendesk'], 'paste', MAC_HELP),
  ...withMain('Z', ['Gmail', 'Zendesk'], 'undo', MAC_HELP),
  ...withMain('Y', ['Gmail', 'Zendesk'], 'redo', MAC_HELP).filter(({ systems }) => systems === PC),
  ...withMain('Shift+Z', ['Gmail', 'Zendesk'], 'redo', MAC_HELP),
  ...withMain('B', ['Gmail', 'Zendesk'], 'bold', GMAIL_HELP),
  ...withMain('I', ['Gmail', 'Zendesk'], 'italic', GMAIL_HELP),
  ...withMain('U', ['Gmail', 'Zendesk'], 'underline', GMAIL_HELP),
  ...withMain('K', ['Gmail', 'Zendesk'], 'link', GMAIL_HELP),
  ...withMain('Enter', ['Gmail'], 'send', GMAIL_HELP),
  ...withMain('Shift+C', ['Gmail'], 'cc', GMAIL_HELP),
  ...withMain('Shift+B', ['Gmail'], 'bcc', GMAIL_HELP),
  { key: 'Ctrl+ArrowLeft', who: ['Windows', 'GNOME'], does: 'byWord', systems: PC, source: WINDOWS_HELP },
  { key: 'Ctrl+ArrowRight', who: ['Windows', 'GNOME'], does: 'byWord', systems: PC, source: WINDOWS_HELP },
  { key: 'Alt+ArrowRight', who: ['macOS'], does: 'byWord', systems: MAC, source: MAC_HELP },
  { key: 'Ctrl+Backspace', who: ['Windows', 'GNOME'], does: 'deleteWord', systems: PC, source: WINDOWS_HELP },
  { key: 'Alt+F10', who: ['Zendesk'], does: 'editorToolbar', systems: ALL, source: CKEDITOR_HELP },

  { key: 'F8', who: ['macOS'], does: 'mediaKeys', systems: MAC, isFirst: true, source: MAC_KEYS_HELP },
  { key: 'F9', who: ['macOS'], does: 'mediaKeys', systems: MAC, isFirst: true, source: MAC_KEYS_HELP },
  { key: 'F11', who: ['macOS'], does: 'showDesktop', systems: MAC, isFirst: true, source: MAC_HELP },
  { key: 'Ctrl+F7', who: ['macOS'], does: 'tabFocus', systems: MAC, isFirst: true, source: MAC_HELP },
  { key: 'Ctrl+F8', who: ['macOS'], does: 'statusMenus', systems: MAC, isFirst: true, source: MAC_HELP },
  { key: 'Meta+ ', who: ['macOS'], does: 'spotlight', systems: MAC, isFirst: true, source: MAC_HELP },
  { key: 'Meta+F5', who: ['macOS'], does: 'voiceOver', systems: MAC, isFirst: true, source: MAC_HELP },
  {
    key: 'Ctrl+Alt+F8',
    who: ['VoiceOver'],
    does: 'voiceOverUtility',
    systems: MAC,
    isFirst: true,
    source: VOICEOVER_HELP,
  },

  {
    key: 'Alt+F4',
    who: ['Windows', 'GNOME', 'KDE Plasma', 'Xfce'],
    does: 'closeWindow',
    systems: PC,
    isFirst: true,
    source: WINDOWS_HELP,
  },
  {
    key: 'Alt+F2',
    who: ['GNOME', 'KDE Plasma', 'Xfce'],
    does: 'runDialog',
    systems: LINUX,
    isFirst: true,
    source: GNOME_HELP,
  },
  { key: 'Alt+F7', who: ['GNOME', 'Xfce'], does: 'moveWindow', systems: LINUX, isFirst: true, source: GNOME_HELP },
  { key: 'Alt+F8', who: ['GNOME', 'Xfce'], does: 'resizeWindow', systems: LINUX, isFirst: true, source: GNOME_HELP },
  { key: 'Alt+F9', who: ['Xfce'], does: 'minimizeWindow', systems: LINUX, isFirst: true, source: XFCE_HELP },
  { key: 'Ctrl+F7', who: ['KDE Plasma'], does: 'classWindows', systems: LINUX, isFirst: true, source: KWIN_SOURCE },
  { key: 'Ctrl+F9', who: ['KDE Plasma'], does: 'presentWindows', systems: LINUX, isFirst: true, source: KWIN_SOURCE },
  { key: 'Ctrl+F10', who: ['KDE Plasma'], does: 'allWindows', systems: LINUX, isFirst: true, source: KWIN_SOURCE },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(
    (number): Taken => ({
      key: `Ctrl+F${number}`,
      who: ['Xfce'],
      does: 'workspace',
      systems: LINUX,
      isFirst: true,
      source: XFCE_HELP,
    }),
  ),
];

/** Who else takes this key. */
export function findTaken(key: string): Taken[] {
  return taken.filter((one) => one.key === key);
}
