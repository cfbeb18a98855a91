import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { looks } from './looks.ts';
import { sit } from './sitting.ts';
import { openStage } from './stage.ts';
import { type Surface, surfaces } from './surfaces.ts';

/** Twice the size on a screen of 1280 by 720. */
const ZOOMED = { width: 640, height: 360, scale: 2 };

/** Every surface in every look, to be looked at: `FOLDER/card-ticket.dark.png`. */
export async function takeAll(extension: string, folder: string, only = ''): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const language of new Set(looks.map((look) => look.language))) {
    const stage = await openStage({ extension, language });
    try {
      for (const surface of surfaces.filter(({ name }) => name.includes(only))) {
        const page = await surface.open(stage);
        const sitting = await sit(page);
        for (const look of looks.filter((one) => one.language === language)) {
          await sitting.wear(look);
          await sitting.resize(look.isZoomed ? getZoomed(surface) : { ...surface, scale: 1 });
          await writeFile(join(folder, `${surface.name}.${look.name}.png`), await sitting.take());
        }
        await page.close();
        console.log(surface.name);
      }
    } finally {
      await stage.close();
    }
  }
}

/** A popup keeps its width, for the browser gives it twice as much. Pages are seen as far as they go. */
function getZoomed({ width, height }: Surface) {
  return { ...ZOOMED, width: Math.min(ZOOMED.width, width), height: height && ZOOMED.height };
}
