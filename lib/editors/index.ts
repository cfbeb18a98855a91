import ckeditor5 from './ckeditor5.ts';
import contenteditable from './contenteditable.ts';
import type { Editor, EditorKind, EditorOptions } from './editor.ts';
import textarea from './textarea.ts';

/** Every editor kind, the particular before the general. */
export const editorKinds: readonly EditorKind[] = [textarea, ckeditor5, contenteditable];

/** The editor at this element, chosen by its features, never by the page's address. */
export function createEditor(element: HTMLElement, options: EditorOptions): Editor | undefined {
  return editorKinds.find((kind) => kind.fits(element))?.create(element, options);
}
