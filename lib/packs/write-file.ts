import { stringify } from 'yaml';
import { type PackFile, packFileSchema } from './pack-schema.ts';

/** The YAML of a pack file, as a person would write it: in the order of the schema, and what only says a default is left out. */
export function writePackFile(file: PackFile): string {
  return stringify(dropDefaults(packFileSchema, file), { lineWidth: 0, aliasDuplicateObjects: false });
}

/** As much of a zod schema as tells the defaults. */
interface Shape {
  def: { defaultValue?: unknown; innerType?: Shape };
  shape?: Record<string, Shape>;
  valueType?: Shape;
  element?: Shape;
}

function dropDefaults(schema: unknown, value: unknown): unknown {
  const { def, shape, valueType, element } = schema as Shape;
  if (def.innerType) return dropDefaults(def.innerType, value);
  if (Array.isArray(value)) return element ? value.map((one) => dropDefaults(element, one)) : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = shape
    ? Object.keys(shape).map((key) => [key, (value as Record<string, unknown>)[key]] as const)
    : Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([key, one]) => {
      const inner = shape?.[key] ?? valueType;
      const { defaultValue } = inner?.def ?? {};
      if (one === undefined || (defaultValue !== undefined && isSame(one, defaultValue))) return [];
      return [[key, inner ? dropDefaults(inner, one) : one]];
    }),
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
