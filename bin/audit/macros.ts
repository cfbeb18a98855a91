/** Macros as Zendesk's interface gives them: what they say stands among their actions. */

interface Action {
  field?: unknown;
  value?: unknown;
}

const SAYS = ['comment_value_html', 'comment_value'];

/** The macros of a record: of a whole page of them, or the one that it is; each with its text as `comment_value`. */
export function listMacros(record: unknown): unknown[] {
  if (!isRecord(record)) return [record];
  const { macros } = record;
  return Array.isArray(macros) ? macros.map(openMacro) : [openMacro(record)];
}

/** Whether a record is a page of macros, or one of them. */
export function holdsMacros(record: unknown): boolean {
  return isRecord(record) && (Array.isArray(record.macros) || Array.isArray(record.actions));
}

/** What a macro says, of its actions as a table holds them: as JSON; undefined where a cell is none. */
export function readActions(cell: string): string | undefined {
  if (!/^\s*\[/.test(cell)) return undefined;
  try {
    const actions: unknown = JSON.parse(cell);
    return Array.isArray(actions) ? tellActions(actions) : undefined;
  } catch {
    return undefined;
  }
}

function openMacro(macro: unknown): unknown {
  if (!isRecord(macro) || !Array.isArray(macro.actions)) return macro;
  const { actions, ...rest } = macro;
  return { ...rest, comment_value: tellActions(actions) };
}

function tellActions(actions: readonly unknown[]): string {
  const said = (actions as (Action | null)[]).filter((action) => SAYS.includes(String(action?.field)));
  // A value with a channel is a list of the two.
  const texts = said.map((action) => (Array.isArray(action?.value) ? action.value.at(-1) : action?.value));
  return texts.filter((text) => typeof text === 'string').join('\n');
}

function isRecord(value: unknown): value is { [key: string]: unknown } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
