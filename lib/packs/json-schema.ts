import { z } from 'zod';
import { packFileSchema } from './pack-schema.ts';

/** The schema of a pack file as JSON Schema, which gives editors completion. Made by `npm run docs`. */
export function createJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(packFileSchema, { io: 'input' });
  const title = 'A pack file of CanDo';
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`;
}
