/** `npm start`: the demo desk in a browser with the extension loaded; without a display, a walk through it in words. */
import { join } from 'node:path';
import { build } from '../scripts/build.mjs';
import { root, stop } from '../scripts/setup.mjs';
import { launch } from './launch.ts';
import { serveDemo } from './serve.ts';
import { walk } from './walk.ts';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasDisplay;

try {
  await build('desk');
  const extension = await build('demo');
  const demo = await serveDemo();
  const context = await launch({ extension, headless });
  if (headless) {
    await walk(context, demo.url, join(root, '.output/demo.png'));
    await context.close();
  } else {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(demo.url);
    console.log(`The demo desk is open at ${demo.url}. Click into a reply; F8 goes to a phrase, F9 rewrites it.`);
    console.log('Close the browser to end.');
    await new Promise((resolve) => context.once('close', resolve));
  }
  demo.close();
} catch (error) {
  stop((error as Error).message);
}
