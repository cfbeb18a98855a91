import { describe, expect, it } from 'vitest';
import { predicates } from '../../lib/engine/predicates/index.ts';
import { createPages, PREDICATES } from '../../lib/packs/pages.ts';
import { readPacks } from '../../lib/packs/read.ts';

const packs = readPacks();
const pages = createPages(packs);

describe('The reference of the rules', () => {
  it('has a page a pack, and an index that names them all', () => {
    expect([...pages.keys()].sort()).toEqual(['README.md', ...packs.map(({ id }) => `${id}.md`)].sort());
    for (const { id, name } of packs) expect(pages.get('README.md')).toContain(`[${name}](${id}.md)`);
  });

  it('shows every rule with what it marks, why, and what it offers', () => {
    for (const { id, sources } of packs) {
      const page = pages.get(`${id}.md`) as string;
      for (const [rule, { rule: source }] of sources) {
        expect(page).toContain(`\`${rule}\``);
        expect(page.replaceAll('\\', ''), rule).toContain(source.why.replaceAll('\\', ''));
        for (const rewrite of source.rewrites) expect(page).toContain(`- \`${rewrite}\``);
      }
    }
  });

  it('marks the words in bold, with the sentence that is better', () => {
    expect(pages.get('cant-focus.md')).toContain(
      "- **We can't change** the address.\n  → We can [what is possible] instead of changing the address.",
    );
  });

  it('has words for every predicate of the engine', () => {
    expect(Object.keys(PREDICATES).sort()).toEqual(Object.keys(predicates).sort());
  });
});
