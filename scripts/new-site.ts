/** `npm run new:site NAME`: a desk's data file and its synthetic page, to fill in. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const id = process.argv[2] ?? '';
const file = join(root, 'lib', 'sites', 'desks', `${id}.ts`);
const page = join(root, 'tests', 'fixtures', 'desks', `${id}.html`);

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
writeFileSync(
  page,
  `<!doctype html>
<!-- Synthetic: built from what public code says of the page's shape in ${seen}, not saved from the product, and not checked on it. -->
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Synthetic page, shaped after ${name}</title>
    <link rel="canonical" href="https://acme.${id}.example/tickets/1" />
    <style>
      [contenteditable], textarea { border: 1px solid; display: block; margin: 0.5em 0; min-height: 3em; width: 90%; }
    </style>
  </head>
  <body>
    <h1>Synthetic page, shaped after ${name}</h1>
    <!-- What the values of data-part mean stands in tests/desk-pages.ts. -->
    <input type="search" data-part="decoy" />
    <p>Where is my parcel?</p>
    <div contenteditable="true" data-part="reply"><blockquote data-part="left-alone">We can't take calls until Monday.</blockquote><p><br /></p></div>
    <button type="button" data-part="send" onclick="document.body.dataset.sent = Number(document.body.dataset.sent ?? 0) + 1">Send</button>
  </body>
</html>
`,
);
console.log(
  `Made lib/sites/desks/${id}.ts and tests/fixtures/desks/${id}.html. Fill them in: there is no list to add them to. Then: npm run docs`,
);
