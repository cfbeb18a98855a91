import type { ReferencePack, ReferenceRule } from '../../lib/packs/reference.ts';

/** The packs with the rules that hold every word of the query and that `isWanted`; packs without one are left out. */
export function findRules(
  packs: readonly ReferencePack[],
  query: string,
  isWanted: (rule: ReferenceRule, pack: ReferencePack) => boolean,
): ReferencePack[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return packs
    .map((pack) => ({
      ...pack,
      rules: pack.rules.filter((rule) => {
        const text = words.length > 0 ? getText(rule, pack) : '';
        return words.every((word) => text.includes(word)) && isWanted(rule, pack);
      }),
    }))
    .filter(({ rules }) => rules.length > 0);
}

const texts = new WeakMap<ReferenceRule, string>();

/** All that a rule says, once. */
function getText(rule: ReferenceRule, pack: ReferencePack): string {
  const known = texts.get(rule);
  if (known !== undefined) return known;
  const wrong = rule.wrong.flatMap(({ text, corrected }) => [text.replace(/[<>]/g, ''), corrected ?? '']);
  const text = fold([rule.id, pack.name, rule.message, rule.why, ...wrong, ...rule.right].join('\n'));
  texts.set(rule, text);
  return text;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'");
}
