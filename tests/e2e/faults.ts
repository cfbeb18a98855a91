import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const LOOKS = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
] as const;

/** What axe finds, and whether something is cut off at the side. */
async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await (Reflect.get(window, 'axe') as typeof import('axe-core')).run();
    const isCut = document.documentElement.scrollWidth > innerWidth;
    return [
      ...found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ...(isCut ? ['wider than the window'] : []),
    ];
  });
}

/** Of a page of the extension: light and dark, on a phone, in forced colours. The page stays as it was seen last. */
export async function findFaultsInEveryLook(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [colorScheme, width] of LOOKS) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    faults.push(...(await findFaults(page)).map((fault) => `${width} ${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ forcedColors: 'active' });
  faults.push(...(await findFaults(page)).map((fault) => `forced colours: ${fault}`));
  return faults;
}
