import { z } from 'zod';

const many = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const list = z.union([many, z.array(many)]).transform((value) => (Array.isArray(value) ? value : [value]));
const swaps = z.record(
  z.string(),
  many.nullish().transform((value) => value ?? ''),
);

/** A rule of a Vale style, as far as it is understood; what else stands there is passed over. */
export const valeSchema = z.object({
  extends: z.string(),
  message: z.string().default(''),
  description: z.string().optional(),
  link: z.string().optional(),
  level: z.enum(['suggestion', 'warning', 'error']).default('warning'),
  scope: list.default([]),
  ignorecase: z.boolean().default(false),
  nonword: z.boolean().default(false),
  raw: list.default([]),
  exceptions: list.default([]),
  /** Expressions; for a sequence, what each word is. */
  tokens: z.array(z.union([many, z.record(z.string(), z.unknown())])).default([]),
  swap: z
    .union([swaps, z.array(swaps).transform((all) => Object.assign({}, ...all) as Record<string, string>)])
    .default({}),
  token: many.optional(),
  max: z.number().optional(),
  min: z.number().optional(),
  either: swaps.default({}),
  first: z.string().optional(),
  second: z.string().optional(),
  match: z.string().optional(),
  grade: z.number().optional(),
  metrics: list.default([]),
});

export type ValeRule = z.output<typeof valeSchema>;

/** The expressions of a rule that lists them. */
export function listTokens({ tokens }: ValeRule): string[] {
  return tokens.filter((token) => typeof token === 'string').filter((token) => token.trim() !== '');
}
