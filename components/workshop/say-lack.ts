import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import { getAt } from '../../lib/workshop/document.ts';

/** The fields of a rule by what they are called in its file. */
const FIELDS = { message: 'message', why: 'why', phrases: 'phrases' } as const;

/**
 * A fault in the words of the page, where something is not there yet: who has begun a rule in fields knows none of the file's keys.
 * Undefined for any other fault.
 */
export function sayLack(text: string, { path }: PackFault): string | undefined {
  const [part, , key, below] = path;
  const found = getAt(text, path);
  if (part === 'changes' && path.length === 2 && isEmpty(found)) return i18n.t('workshop.lacks.change');
  if (part !== 'rules' || (found !== undefined && !isEmpty(found))) return undefined;
  if (key === 'examples') {
    if (below === undefined) return i18n.t('workshop.lacks.examples');
    return below === 'wrong' || below === 'right' ? i18n.t(`workshop.lacks.${below}`) : undefined;
  }
  const field = Object.entries(FIELDS).find(([name]) => name === key)?.[1];
  return field && i18n.t('workshop.lacks.field', [i18n.t(`workshop.rule.${field}`)]);
}

function isEmpty(found: unknown): boolean {
  return typeof found === 'object' && found !== null && Object.keys(found).length === 0;
}
