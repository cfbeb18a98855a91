/** States of which each was once the present: steps back and forth over values that never change. */
export interface History<State> {
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
  /** What the last step was about: the next step about the same joins it. */
  readonly about: string | undefined;
}

/** Steps that are remembered. */
const MOST = 500;

export function startHistory<State>(now: State): History<State> {
  return { past: [], now, future: [], about: undefined };
}

/**
 * The history after a step. Steps about the same, as the letters typed into one field, are taken back at once.
 *
 * @param about undefined for a step that stands for itself
 */
export function step<State>(history: History<State>, now: State, about?: string): History<State> {
  if (now === history.now) return history;
  if (about !== undefined && about === history.about) return { ...history, now, future: [] };
  return { past: [...history.past, history.now].slice(-MOST), now, future: [], about };
}

/** The next step stands for itself, whatever it is about: somebody has left the field. */
export function pause<State>(history: History<State>): History<State> {
  return history.about === undefined ? history : { ...history, about: undefined };
}

export function undo<State>({ past, now, future }: History<State>): History<State> | undefined {
  const before = past.at(-1);
  if (before === undefined) return undefined;
  return { past: past.slice(0, -1), now: before, future: [now, ...future], about: undefined };
}

export function redo<State>({ past, now, future: [next, ...future] }: History<State>): History<State> | undefined {
  if (next === undefined) return undefined;
  return { past: [...past, now], now: next, future, about: undefined };
}
