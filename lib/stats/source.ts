import type { Day, RuleCounts, Totals } from './counts.ts';

/**
 * Where the page's numbers come from: this browser, files of a team, or a server. Each answers the same questions, with sums alone.
 */
export interface StatsSource {
  /** What there is to ask for. */
  describe(): Promise<Extent>;
  /** Totals. Where a pack or version is asked for, those of the drafts in which it spoke. */
  sumTotals(question: Question): Promise<Sum<Totals>[]>;
  /** What became of flagged phrases. */
  sumRules(question: Question): Promise<Sum<RuleCounts>[]>;
  /** The most frequent first. Where a source does not know, none. */
  sumReplaced(filter: Filter): Promise<Replaced[]>;
}

/** What sums are told apart by. Weeks are named by their Monday, rules by `pack/rule`, versions by `pack@version`. */
export type Dimension = 'day' | 'week' | 'desk' | 'pack' | 'version' | 'rule' | 'group' | 'agent';

export interface Filter {
  /** The first and the last day, both counted in. */
  from: Day;
  to: Day;
  desk?: string;
  pack?: string;
  /** `pack@version` */
  version?: string;
  /** `pack/rule` */
  rule?: string;
  group?: string;
  /** An agent who agreed to it. */
  agent?: string;
}

export interface Question extends Filter {
  /** None: one sum of everything. */
  by: readonly Dimension[];
}

export type Sum<Counts> = Counts & Partial<Record<Dimension, string>>;

export interface Replaced {
  /** `pack/rule` */
  rule: string;
  /** In the rule's own words. */
  phrase: string;
  template: string;
  times: number;
}

export interface Extent {
  /** Undefined while nothing is counted. */
  first: Day | undefined;
  last: Day | undefined;
  desks: string[];
  /** `pack@version`, sorted. */
  versions: string[];
  /** Those of five and more people; the rest of them stand together as one. Empty in one browser. */
  groups: { name: string; people: number }[];
  people: number;
  /** Agents who agreed to be shown by themselves. */
  agents: { id: string; name: string }[];
}
