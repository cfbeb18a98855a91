export const views = ['rules', 'glossary', 'changes', 'yaml', 'effect', 'versions'] as const;
export type ViewName = (typeof views)[number];

/** A place in the workshop, as the address names it: `#workshop/KEY/VIEW/RULE`. */
export interface Route {
  /** The draft's key; '' for the list of packs. */
  key: string;
  view: ViewName;
  /** What in the view: a rule's name, or a line of the YAML. */
  part: string;
}

export function readRoute(rest: string): Route {
  const [key = '', view = '', ...part] = rest.split('/');
  return { key, view: views.find((one) => one === view) ?? 'rules', part: part.join('/') };
}

export function toHash(key = '', view: ViewName = 'rules', part = ''): string {
  if (key === '') return '#workshop';
  if (part) return `#workshop/${key}/${view}/${part}`;
  return view === 'rules' ? `#workshop/${key}` : `#workshop/${key}/${view}`;
}

/** Goes to another place in the workshop; `isSame` where it is the same place under another name. */
export function goTo(hash: string, isSame = false): void {
  if (isSame) location.replace(hash);
  else location.hash = hash;
}
