export const USAGE = `cando: checks support replies for language that dwells on the can't

  cando check [FILE...]                   plain text in (or from standard input), readable text out
  cando check --format jsonl [FILE...]    lines {"id", "text", "customer"?} in, lines {"id", "flags"} out
    --as-shown       one flag a place and three hints at most, as on a page
    --english NAME   british, american or indian: what is plain there is not flagged (explain takes it too)
  cando audit FILE                        flags of a whole history (CSV, JSONL, or - for standard input): by rule, by category,
                                          and the worst replies first; Ctrl+C stops it, the same command goes on
    --column NAME    the column of the replies      --id NAME        that of their ids, where they cannot be told
    --customer NAME  that of the customer's words   --macros         rows are macros, weighed by how often they were used
    --packs FILE     a team's pack too, repeatable  --english NAME   as for check
    --severity NAME  error, warning or hint: the slightest that counts
    --format table|csv|json   -o FILE   --worst N   --text (with the words of the worst)
    --workers N      --checkpoint FILE  --fresh (begins again)
    --map            lines in, sums by key out, for Spark's or Hadoop's pipe     --reduce   adds such sums up
  cando test [PACK[/RULE]...]             runs the examples of the rules
  cando explain [--customer TEXT] "TEXT"   which rules meet it, what silences them, how the rewrites are made
  cando eval FILE...                      precision and recall on labelled replies, lines {"id", "text", "channel"?,
                                          "customer"?, "sentences": [{"start", "end", "both", "one"}]}
    --errors N       lists N misses and false flags      --rule ID      of this rule or pack alone
    --rules          the precision of each rule          --part K/N     the k-th of n parts, told by the ids
    --sample N       N flags drawn at random instead, with their first rewrite (needs no labels)
    --seed S         another draw
  cando import vale DIR-or-ZIP [-o FILE]  a pack made of a Vale style, and what was left behind, rule by rule
  cando import glossary FILE.csv [-o FILE]  a pack made of a table of terms: say, not, kind, variety, severity, why
  cando pack lint FILE...                 the faults of a team's packs, as file:line:column; FILE may be a pack's folder
  cando pack test FILE...                 runs their examples, with the built-in packs and those named before below them
  cando pack diff OLD NEW                 what a new version says otherwise
    --replies FILE   and what of past replies (CSV, JSON, a line each) it would newly flag or flag no longer
    --column NAME    the column of the replies, where it cannot be told
  cando pack bundle FOLDER -o OUT.yaml    a pack as one file, with the SHA-256 to pin it by
    --format json    for programs (lint, test and diff)
  cando stats merge FILE...               what the files of a team come to; FILE may be a folder or a pattern
    --by week,rule   told apart by day, week, desk, pack, version, rule, group, agent (who agreed to it)
    --from, --to, --desk, --pack, --version, --rule, --group   of these alone
    --replaced       what replaced what instead, in the rules' own words
    --format json    instead of CSV                    -o FILE          into a file

Exit codes: 0 done, 1 an example failed, a pack has faults or a file was left out, 2 broken input,
130 or 143 an audit was stopped.
`;

/** What the usage says of one command, with all that stands under it; undefined where there is no such command. */
export function getUsage(name: string): string | undefined {
  const [, ...parts] = USAGE.split(/^(?= {2}cando )|\n(?=Exit codes)/m);
  const own = parts.filter((part) => part.startsWith(`  cando ${name} `));
  return own.length === 0 ? undefined : own.join('');
}

/** Whether help is asked for; what stands after "--" is no option. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}
