/** `npm run new:site NAME`: a desk's data file to fill in. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const id = process.argv[2] ?? '';
const file = join(root, 'lib', 'sites', 'desks', `${id}.ts`);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

if (!/^[a-z][a-z0-9]*$/.test(id)) fail('Name the desk in lower case, such as freshdesk.');
if (existsSync(file)) fail(`lib/sites/desks/${id}.ts is there already.`);

const seen = new Date().toLocaleDateString('en', { month: 'long', year: 'numeric' });
const name = id.charAt(0).toUpperCase() + id.slice(1);
writeFileSync(
  file,
  `import { defineSite } from '../site.ts';

// Say where the page's shape was seen. Read in ${seen}; not checked on the live product.
export default defineSite({
  id: '${id}',
  name: '${name}',
  matches: ['https://*.${id}.example/*'],
  // What has no evidence is left out, and found as on any page: see site.ts for all that a desk can say.
});
`,
);
console.log(`Made lib/sites/desks/${id}.ts. Fill it in: there is no list to add it to.`);
