import { findEditor } from './find.ts';

/**
 * Follows whether one can write in the element: a desk locks its reply box while it sends, or when a ticket is closed. Calls back
 * at each change.
 */
export function watchLock(element: HTMLElement, signal: AbortSignal, onChange: () => void): { isOn(): boolean } {
  let isOn = false;
  const observer = new MutationObserver(() => {
    const wasOn = isOn;
    isOn = findEditor(element) !== element;
    if (isOn !== wasOn) onChange();
  });
  observer.observe(element, { attributeFilter: ['contenteditable', 'disabled', 'readonly'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return { isOn: () => isOn };
}
