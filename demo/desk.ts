import type { Editor } from 'ckeditor5';
import type { DeskName } from './drafts.ts';

/** What a desk has sent, in the order of sending, for tests and for the eye. */
export interface Sent {
  desk: DeskName;
  /** `public` or `internal`. */
  reader: string;
  text: string;
  html: string;
}

declare global {
  interface Window {
    demoSent: Sent[];
    /** The ticket's CKEditor, whose model tests read. */
    demoEditor?: Editor;
  }
}

/** A desk on the page. */
export interface Desk {
  /** The element that one types into. */
  box: HTMLElement;
  /** Puts these paragraphs into the reply box in place of what stands there. */
  fill(paragraphs: string[]): void;
}

window.demoSent = [];

export function recordSent(sent: Sent): void {
  window.demoSent.push(sent);
}

/** Initials for an avatar. */
export function getInitials(name: string): string {
  return name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('');
}
