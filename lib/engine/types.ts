/**
 * The words of the engine. Every offset is in UTF-16 code units of the text that was given, ends are exclusive.
 * Nothing here knows a page: the same values travel from Node, a worker or a content script, as plain JSON.
 */

export interface Span {
  start: number;
  end: number;
}

/** `error` before `warning` before `info`: the order in which flags are listed and counted. */
export type Severity = 'error' | 'warning' | 'info';

/** Of English, where usage differs: "kindly" and "revert" are plain words in India. */
export type Variety = 'british' | 'american' | 'indian';

/** Who will read the text: the customer, or colleagues only. Unknown counts as `public`. */
export type Reader = 'public' | 'internal';

/** What is known around a draft. Every field may be missing. */
export interface Context {
  /** The customer's last message, as plain text. */
  customer?: string;
  /** The customer's name, as the page shows it. */
  customerName?: string;
  reader?: Reader;
}

/** What only the agent knows, left open in a rewrite as plain text: `[by when]`. */
export interface Blank extends Span {
  /** The words between the brackets. */
  name: string;
}

/** A replacement that an agent may choose: `span` of the checked text becomes `text`. */
export interface Rewrite {
  text: string;
  /** What is replaced; often wider than the flag, for a clause is turned as a whole. */
  span: Span;
  /** Blanks within `text`, in order. */
  blanks: Blank[];
  /** What it was made of, as the rule's file has it. */
  template?: string;
}

/**
 * What the scan of a text finds, before any grammar: cheap enough for every keystroke, plain JSON.
 */
export interface Finding {
  /** `pack/rule`, as in the file's path; `blank` for a blank left open. */
  ruleId: string;
  /** The pack's id, or `blank`. */
  category: string;
  severity: Severity;
  span: Span;
  /** The sentence around it, so that a rewrite can be asked for with little text. */
  sentence: Span;
  /**
   * True while words still to be typed at the sentence's end could clear it ("We can't w…ait"). A page waits with
   * the mark until it is false, or the agent pauses, or the caret is elsewhere.
   */
  tentative: boolean;
  /** The agent does without it by now: it is a hint, drawn as a dot. */
  isFaded?: true;
  /** What met it, as the rule's file has it: a phrase, or the words of a pattern; none for a sentence as a whole. */
  phrase?: string;
  /** What to say in place of the span, where the rule has that for just these words. */
  instead?: string[];
  /** Where those words may be typed, when that is not the sentence alone: the next sentence may still clear it. */
  waitsOn?: Span;
}

/** A sentence of which the grammar rules are asked, without the text around it. */
export interface Passage {
  text: string;
  /** It stands on a numbered or bulleted line. */
  item?: true;
  /** The sentence before it in its paragraph, where a rule looks at that. */
  previous?: string;
  next?: string;
}

/** A finding with everything an agent reads. `rewrites` is computed when it is read, not before. */
export interface Flag extends Omit<Finding, 'tentative' | 'sentence' | 'waitsOn' | 'phrase'> {
  message: string;
  why: string;
  readonly rewrites: Rewrite[];
}
