import { defineEditor } from '../editor.ts';
import {
  createClipboardEvent,
  deleteText,
  type Method,
  pressBackspace,
  pressUndo,
  putData,
  replaceText,
  sendInput,
} from '../methods.ts';
import { createRichEditor } from '../rich.ts';

interface Node {
  text?: string;
  children?: Node[];
}

const listLeaves = (node: Node): Node[] => node.children?.flatMap(listLeaves) ?? [node];

/** Markup it takes for plain words; its own leaves it takes as they are. So it is asked for a copy, and our words go into that. */
const pasteLeaves: Method = ({ element, range, homes }, text) => {
  const copy = createClipboardEvent('copy');
  // It hears of a selection up to 100 ms late, but for an input method's: that one it selects at once, and writes nothing.
  if (range) sendInput(element, 'insertCompositionText', range, new DataTransfer());
  element.dispatchEvent(copy);
  const type = copy.clipboardData?.types.find((name) => name.startsWith('application/x-'));
  if (!copy.clipboardData || !range || !homes || !type) return false;
  const copied: Node[] = JSON.parse(decodeURIComponent(atob(copy.clipboardData.getData(type))));
  const leaves = copied.flatMap(listLeaves);
  const shown = [...element.querySelectorAll('[data-slate-node="text"]')].filter((one) => range.intersectsNode(one));
  const places = homes.map((home) => shown.findIndex((one) => one.contains(home)));
  const isOrdered = places.every((place, index) => place >= Math.max(0, places[index - 1] ?? 0));
  if (leaves.length !== shown.length || !isOrdered) return false;
  for (const [at, leaf] of leaves.entries())
    leaf.text = [...places.keys()].map((i) => (places[i] === at ? text[i] : '')).join('');
  const dataTransfer = new DataTransfer();
  putData(dataTransfer, 'text/plain', text);
  putData(dataTransfer, type, btoa(encodeURIComponent(JSON.stringify(copied))));
  return sendInput(element, 'insertFromPaste', range, dataTransfer);
};

/** Slate. It takes words by `beforeinput` alone: all else parts its model from the page. */
export default defineEditor({
  kind: 'slate',
  fits: (element) => element.hasAttribute('data-slate-editor'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'slate',
      methods: [replaceText],
      dressed: [pasteLeaves],
      erased: [deleteText, pressBackspace],
      undo: pressUndo,
    }),
});
