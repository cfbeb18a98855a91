import type { Settings } from './settings.ts';

/** Settings that follow rules to the ids that they have now. What was set for an id that both have had stays the newer's. */
export function renameIds(settings: Settings, rename: (id: string) => string): Settings {
  const byId = <Value>(all: Readonly<Record<string, Value>>): Record<string, Value> => {
    const moved = Object.entries(all).filter(([id]) => rename(id) !== id);
    const same = Object.entries(all).filter(([id]) => rename(id) === id);
    return Object.fromEntries([...moved.map(([id, value]) => [rename(id), value] as const), ...same]);
  };
  return {
    ...settings,
    off: [...new Set(settings.off.map(rename))],
    inFull: [...new Set(settings.inFull.map(rename))],
    ignored: settings.ignored.map((one) => ({ ...one, ruleId: rename(one.ruleId) })),
    severities: byId(settings.severities),
    steppedDown: byId(settings.steppedDown),
  };
}
