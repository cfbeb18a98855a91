/** The editor that holds this focused element, if one can write several lines there. */
export function findEditor(target: EventTarget | null | undefined): HTMLElement | undefined {
  if (!isElement(target)) return undefined;
  if (target.localName === 'textarea') {
    const area = target as HTMLTextAreaElement;
    return area.disabled || area.readOnly ? undefined : area;
  }
  if (target.ownerDocument.designMode === 'on') return target.ownerDocument.body;
  return findHost(target);
}

/**
 * Whether one writes in this focused element without the browser knowing its text: it says that it is a box of several lines, or takes keys
 * by an edit context, and is no editable.
 */
export function isUnreadable(target: EventTarget | null | undefined): boolean {
  if (!isElement(target) || findEditor(target)) return false;
  if ((target as { editContext?: unknown }).editContext) return true;
  return target.matches('[role="textbox"][aria-multiline="true"]:not([aria-readonly="true"], [aria-disabled="true"])');
}

/** The outermost editable around the element: an editor's table cell is part of the editor. */
function findHost(element: HTMLElement): HTMLElement | undefined {
  let host: HTMLElement | undefined;
  for (let at: HTMLElement | null = element; at; at = at.parentElement) if (isEditingHost(at)) host = at;
  if (!host || host.getAttribute('aria-multiline') === 'false') return undefined;
  return /^(?:combobox|searchbox|spinbutton)$/.test(host.getAttribute('role') ?? '') ? undefined : host;
}

function isEditingHost(element: HTMLElement): boolean {
  const value = element.getAttribute('contenteditable');
  return value === '' || value === 'true' || value === 'plaintext-only';
}

function isElement(target: EventTarget | null | undefined): target is HTMLElement {
  return (target as Partial<Node> | null | undefined)?.nodeType === 1;
}
