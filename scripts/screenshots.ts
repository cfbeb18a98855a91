/** `npm run screenshots`: the pictures of the documents, taken from the demo desk. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../demo/launch.ts';
import { serveDemo } from '../demo/serve.ts';
import { build } from './build.mjs';
import { root } from './setup.mjs';

const DRAFT = "Unfortunately we can't refund you until the warehouse has the parcel";

const extension = await build('demo');
await build('desk');
const folder = join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });
const demo = await serveDemo();
const context = await launch({ extension, viewport: { width: 900, height: 640 } });
try {
  const page = await context.newPage();
  await page.goto(`${demo.url}/ticket.html`);
  await page.click('[contenteditable="true"]');
  await page.keyboard.type(DRAFT, { delay: 10 });
  await page.waitForFunction(() => (CSS.highlights.get('cando-warning')?.size ?? 0) > 0);
  await page.keyboard.press('F8');
  await page.getByText('We can refund you').first().waitFor();
  await page.screenshot({ path: join(folder, 'card.png') });
  console.log('docs/images/card.png');
} finally {
  await context.close();
  demo.close();
}
