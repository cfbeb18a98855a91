/** What is known of a desk, as data. Only `id`, `name` and `matches` are needed: a field without evidence is left out. */
export interface Site {
  id: string;
  name: string;
  /** Match patterns of the host alone, ending in `/*`: frames without an address of their own need that. */
  matches: readonly string[];
  /** Switched on by the user, not at installation. */
  isOptional?: boolean;
  /** The address's path starts with one of these, or the script stays silent. */
  paths?: readonly string[];
  /** Nor may it start with one of these. */
  silentPaths?: readonly string[];
  /** Where one writes. Where nothing on the page matches, any multi-line editor counts. */
  composer?: string;
  /** What only looks like a reply box, such as recipients that are editable: quiet, whatever else is on the page. */
  notComposer?: string;
  /** The part of the page that belongs to one conversation, the outermost around the composer: facts outside are another's. */
  pane?: string;
  /** Elements inside the composer that are not the agent's words. */
  excluded?: readonly string[];
  reader?: ReaderFact;
  /** The address ends in one of these, `#` and all, while colleagues only are written to. */
  internalHashes?: readonly string[];
  customer?: CustomerFact;
  /** The control that sends, for what wants to know that a reply went out. Never blocked, never clicked. */
  send?: string;
  /** Keys that send, besides Enter: modifiers in the order Ctrl, Alt, Shift, Meta, then the key's place on the board, as in `Ctrl+Alt+KeyS`. */
  sendKeys?: readonly string[];
}

/** Who reads the reply: the nearest such element to the composer tells. */
export interface ReaderFact {
  selector: string;
  /** What that element is while colleagues only are written to. */
  internal: string;
}

/** The customer's words: the last visible match of `message` near the composer. */
export interface CustomerFact {
  message?: string;
  /** Parts of a message that are not its own words: quotes, signatures. */
  without?: readonly string[];
  name?: string;
  /** The attribute with the name; the element's text without it. */
  nameAttribute?: string;
}

/** Declares a desk. */
export function defineSite(site: Site): Site {
  return site;
}
