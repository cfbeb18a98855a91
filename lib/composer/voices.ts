import type { CompiledRule } from '../engine/pack.ts';
import type { Finding, Severity } from '../engine/types.ts';
import { isRuleOff, type SettingsInForce } from '../storage/policy.ts';
import { stepDown } from '../storage/steps.ts';
import type { Rulebook } from './rulebook.ts';

/** Which rules speak to this agent, and how loud. */
export interface Voices {
  /** Rules that are switched off, by themselves or with their pack: other rules may speak of their words. */
  off: ReadonlySet<string>;
  /** By rule id, where it differs from the rule's own. */
  severities: Readonly<Record<string, Severity | 'silent'>>;
  /** Rules that the agent does without: hints, and dots instead of lines. */
  faded: readonly string[];
}

/** What the settings make of the rules. */
export function chooseVoices(
  rules: readonly Pick<CompiledRule, 'id' | 'severity'>[],
  settings: SettingsInForce,
  faded: readonly string[] = [],
): Voices {
  const { severities, steppedDown } = settings;
  const off = new Set(rules.map(({ id }) => id).filter((id) => isRuleOff(settings, id)));
  const own: Record<string, Severity | 'silent'> = { ...severities };
  for (const { id, severity } of rules) {
    if (!Object.hasOwn(steppedDown, id)) continue;
    own[id] = stepDown(severities[id] ?? severity, steppedDown[id]);
  }
  for (const id of faded) if (own[id] !== 'silent') own[id] = 'info';
  return { off, severities: own, faded };
}

/** Whether a rule may say anything to this agent. */
export function isSpeaking(book: Rulebook, ruleId: string): boolean {
  const { off, severities } = book.voices;
  const rule = book.rules.get(ruleId);
  return rule !== undefined && !rule.off && !off.has(ruleId) && severities[ruleId] !== 'silent';
}

/**
 * What was found, as loud as this agent wants it. Which rule speaks of some words is settled before, by the rules' own
 * severities: one that has stepped down does not leave them to another that is as loud as it was, and knows less of them.
 */
export function tune(findings: readonly Finding[], { severities, faded }: Voices): Finding[] {
  return findings.flatMap((finding) => {
    const severity = severities[finding.ruleId] ?? finding.severity;
    return severity === 'silent'
      ? []
      : [{ ...finding, severity, ...(faded.includes(finding.ruleId) && { isFaded: true }) }];
  });
}
