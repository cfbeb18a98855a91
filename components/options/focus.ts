/** Gives the focus to what has come in the place of a button that is gone. */
export function focusIt(element: HTMLElement | null): void {
  element?.focus();
}
