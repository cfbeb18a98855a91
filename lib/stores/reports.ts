import type { FlagReport, FrameReport } from '../draft-link.ts';
import type { Severity } from '../engine/types.ts';

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** The frame that one wrote in last; without a reply box the page itself. */
export function chooseReport(reports: readonly FrameReport[]): FrameReport | undefined {
  return [...reports].sort((a, b) => b.focusedAt - a.focusedAt || Number(b.isTop) - Number(a.isTop))[0];
}

/** The rewrites of before stay in sight while those of a changed sentence are looked for. */
export function keepRewrites(report: FrameReport, before: FrameReport | undefined): FrameReport {
  const keep = (flag: FlagReport): FlagReport => {
    const known = flag.rewrites === 'loading' && before?.flags.find((one) => isSame(one, flag));
    return known ? { ...flag, rewrites: known.rewrites } : flag;
  };
  return { ...report, flags: report.flags.map(keep) };
}

/** The gravest first, in the order of the text among equals. */
export function sortFlags(flags: readonly FlagReport[]): FlagReport[] {
  return [...flags].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function isSame(a: FlagReport, b: FlagReport): boolean {
  return a.key === b.key && a.phrase === b.phrase;
}
