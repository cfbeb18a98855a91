import type { Severity } from '../engine/types.ts';

/** How far a rule can step down for an agent who ignores it; `silent`: it marks nothing any more. */
export type Step = Exclude<Severity, 'error'> | 'silent';

export interface SteppedDown {
  to: Step;
  /** The agent has been told, and let it be. */
  isTold: boolean;
}

const LEVELS = ['error', 'warning', 'info', 'silent'] as const;

/** One level less than this. */
export function getNextStep(severity: Severity): Step {
  return LEVELS[LEVELS.indexOf(severity) + 1] as Step;
}

/** What is left of a rule's own severity; a step never makes it graver. */
export function stepDown(own: Severity, stepped: SteppedDown | undefined): Severity | 'silent' {
  if (!stepped) return own;
  return LEVELS.indexOf(stepped.to) > LEVELS.indexOf(own) ? stepped.to : own;
}

/** Such a step, as storage or a file holds it; undefined where it makes no sense. */
export function readStep(raw: unknown): SteppedDown | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { to, isTold } = raw as Partial<Record<keyof SteppedDown, unknown>>;
  const step = LEVELS.find((level) => level !== 'error' && level === to) as Step | undefined;
  return step && { to: step, isTold: isTold === true };
}
