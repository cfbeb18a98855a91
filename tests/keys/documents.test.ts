import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fillTables } from '../../scripts/docs-keys.ts';

it('docs/keys.md says what is known of keys: `node scripts/docs-keys.ts` writes its tables', () => {
  const document = readFileSync('docs/keys.md', 'utf8');
  expect(document).toContain('| Firefox |');
  expect(fillTables(document)).toBe(document);
});
