/** `npm run new:rule PACK/NAME`: a rule to fill in, and how to try it. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const TEMPLATE = `message: Say what to do, in one short sentence.
why: Say why it matters to the customer, in one or two sentences.
phrases:
  - "<words that are marked> words around them"
unless:
  question: A question that would be flagged without this line?
rewrites:
  - "What to say instead, with [what only the agent knows]"
examples:
  wrong:
    "A sentence with <words that are marked> words around them.": The sentence after the first rewrite.
  right:
    - The kindest sentence that comes near it and must stay quiet.
`;

const id = process.argv[2] ?? '';
const [pack = '', name = ''] = id.split('/');
const folder = join(root, 'rules', pack);
const file = join(folder, `${name}.yaml`);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id)) fail('Name the rule as PACK/NAME, such as cant-focus/closed.');
if (!existsSync(join(folder, 'pack.yaml')))
  fail(`There is no pack "${pack}": make rules/${pack}/pack.yaml with name and about.`);
if (existsSync(file)) fail(`rules/${id}.yaml is there already.`);
writeFileSync(file, TEMPLATE);
console.log(`Made rules/${id}.yaml. Fill it in, then: npm run --silent cando -- test ${id}`);
