import type { CompiledRule } from '../engine/pack.ts';
import type { Severity } from '../engine/types.ts';
import type { Settings } from '../storage/settings.ts';
import { stepDown } from '../storage/steps.ts';

/** Which rules speak to this agent, and how loud. */
export interface Voices {
  /** Rules that say nothing: switched off, by themselves or with their pack, or stepped down below a hint. */
  off: ReadonlySet<string>;
  /** By rule id, where it differs from the rule's own. */
  severities: Readonly<Record<string, Severity>>;
}

/** What the settings make of the rules. */
export function chooseVoices(
  rules: readonly Pick<CompiledRule, 'id' | 'severity'>[],
  { off, severities, steppedDown }: Settings,
): Voices {
  const silent = new Set(
    rules.map(({ id }) => id).filter((id) => off.some((one) => one === id || id.startsWith(`${one}/`))),
  );
  const own = { ...severities };
  for (const { id, severity } of rules) {
    if (!Object.hasOwn(steppedDown, id)) continue;
    const now = stepDown(own[id] ?? severity, steppedDown[id]);
    if (now === 'silent') silent.add(id);
    else own[id] = now;
  }
  return { off: silent, severities: own };
}
