/** The version of the settings that this build writes. */
export const VERSION = 2;

type Raw = Record<string, unknown>;

/** How settings of a version become those of the next. Never changed once released; each is given the version it is named for. */
const STEPS: Record<number, (raw: Raw) => Raw> = {
  1: ({ notes, ignored, ...rest }) => ({
    ...rest,
    ...(notes !== undefined && { readers: { notes: notes !== 'off' } }),
    // Rule and wording stood in one string, the first space between them.
    ...(ignored !== undefined && {
      ignored: Array.isArray(ignored)
        ? ignored.map((one) => (typeof one === 'string' ? splitPhrase(one) : one))
        : ignored,
    }),
  }),
};

/**
 * Brings settings of any earlier version to this one. Those of a later version are taken as they are: what this build knows of
 * them still holds. Undefined when they are no settings at all.
 */
export function migrate(stored: unknown): Raw | undefined {
  if (!isRecord(stored)) return undefined;
  const { version = 1 } = stored;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return undefined;
  let raw = stored;
  for (let at = version; at < VERSION; at++) raw = STEPS[at]?.(raw) ?? raw;
  return raw;
}

function splitPhrase(key: string): { ruleId: string; phrase: string } {
  const at = key.indexOf(' ');
  return { ruleId: key.slice(0, at), phrase: key.slice(at + 1) };
}

export function isRecord(raw: unknown): raw is Raw {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
