import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../scripts/stores/files.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);

/** In the page or worker: what becomes of a request to this address. */
const send = (address: string) =>
  fetch(address, { mode: 'no-cors' }).then(
    () => 'sent',
    () => 'refused',
  );

const getWorker = async () => browser.context.serviceWorkers()[0] ?? browser.context.waitForEvent('serviceworker');

describe('nothing leaves the browser', () => {
  test('no script of a build knows a way to the network, but the worker one', () => {
    const ways =
      /\bfetch\s*\(|XMLHttpRequest|WebSocket|WebTransport|sendBeacon|EventSource|RTCPeerConnection|importScripts/g;
    const found = readFiles(builds.store)
      .filter(({ path }) => path.endsWith('.js'))
      .flatMap(({ path, content }) => [...content.toString().matchAll(ways)].map(([way]) => `${path}: ${way}`))
      .map((one) => one.replace(/-[\w-]+\.js/, '.js'));
    // Papa Parse could read a CSV file from an address. Nothing asks it to, and the pages' own heads would refuse it.
    expect(found.sort()).toEqual(['background.js: fetch(', 'chunks/papaparse.min.js: XMLHttpRequest']);
  });

  test('the worker is refused what does not go over https', async () => {
    const page = await browser.openDemo('/text.html');
    // The demo build may also ask this machine, by that very name.
    const address = page.url().replace('localhost', '127.0.0.1');
    expect(await page.evaluate(send, address)).toBe('sent');
    const worker = await getWorker();
    expect(await worker.evaluate(send, address)).toBe('refused');
  });

  const pages = readdirSync(builds.demo).filter((name) => name.endsWith('.html'));
  test.each(pages)('%s is refused whatever it would send, and breaks none of its own limits', async (name) => {
    const desk = await browser.openDemo('/text.html');
    const worker = await getWorker();
    const page = await browser.context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    try {
      await page.goto(new URL(name, worker.url()).href, { waitUntil: 'load' });
      expect(complaints).toEqual([]);
      expect(await page.evaluate(send, desk.url())).toBe('refused');
      expect(await page.evaluate(loadPicture, desk.url())).toBe('refused');
      expect(await page.evaluate(runWrittenScript)).toBe(false);
    } finally {
      await page.close();
    }
  });

  test('the store build has the same limits as the one that is tested, and asks nothing of this machine', () => {
    const read = (folder: string): string =>
      JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).content_security_policy.extension_pages;
    expect(read(builds.demo)).toContain('connect-src https: http://localhost:*;');
    expect(read(builds.store)).toBe(read(builds.demo).replace(' http://localhost:*', ''));
    for (const name of pages)
      expect(readFileSync(join(builds.store, name), 'utf8')).toMatch(/<head>\s*<meta [^>]*connect-src (?:'|&#39;)none/);
  });
});

function loadPicture(address: string): Promise<string> {
  return new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true });
    const picture = new Image();
    picture.onload = picture.onerror = () => resolve('sent');
    picture.src = address;
  });
}

function runWrittenScript(): boolean {
  const script = document.createElement('script');
  script.textContent = 'window.ran = true';
  document.head.append(script);
  return 'ran' in window;
}
