import type { Editor, EditorKind, EditorOptions } from './editor.ts';

/** Every editor kind: each file of the folder `kinds`, the particular before the general. */
export const editorKinds: readonly EditorKind[] = Object.values(
  import.meta.glob<EditorKind>('./kinds/*.ts', { eager: true, import: 'default' }),
).sort((a, b) => Number(a.isGeneral ?? false) - Number(b.isGeneral ?? false));

/** The editor at this element, chosen by its features, never by the page's address. */
export function createEditor(element: HTMLElement, options: EditorOptions): Editor | undefined {
  return editorKinds.find((kind) => kind.fits(element))?.create(element, options);
}
