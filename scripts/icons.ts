/** Draws `public/icon/*.png` from `public/icon.svg`. Run after a change of the drawing: `node scripts/icons.ts`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { getBrowser } from './browser.mjs';
import { root } from './setup.mjs';

const svg = await readFile(join(root, 'public/icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: getBrowser().path, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: join(root, `public/icon/${size}.png`), omitBackground: true });
}
await browser.close();
