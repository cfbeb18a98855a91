import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { findPackage, writeLicences } from '../../scripts/vite/licences.ts';
import { withoutHtml } from '../../scripts/vite/no-html.ts';

const CLIENT = join(root, 'node_modules/react-dom/cjs/react-dom-client.production.js');

describe('React in a build', () => {
  it('has no way left to write HTML from a string', () => {
    const code = withoutHtml(readFileSync(CLIENT, 'utf8'));
    const written = [...code.matchAll(/\.innerHTML\s*=\s*([^;]+)/g)].map(([, value]) => value);
    // A constant: how React makes a script element that does not run.
    expect(written).toEqual(['"<script>\\x3c/script>"']);
  });

  it('stops the build when a new version writes HTML elsewhere', () => {
    expect(() => withoutHtml('(domElement.innerHTML = key)')).toThrow('in 1 places');
  });
});

describe('the licences in a build', () => {
  it('are those of the packages that its code comes from', () => {
    expect(findPackage('/home/a/cando/lib/engine/scanner.ts')).toBeUndefined();
    expect(findPackage('/home/a/cando/node_modules/react/index.js')).toBe('node_modules/react');
    expect(findPackage('C:\\cando\\node_modules\\@floating-ui\\dom\\dist\\dom.mjs')).toBe(
      'node_modules/@floating-ui/dom',
    );
    expect(findPackage('/a/node_modules/wxt/node_modules/@wxt-dev/browser/src/index.mjs?x')).toBe(
      'node_modules/wxt/node_modules/@wxt-dev/browser',
    );
  });

  it('come in one order, with the text of each', () => {
    const written = writeLicences(root, ['node_modules/zustand', 'node_modules/@wxt-dev/i18n', 'node_modules/react']);
    expect(written).toBe(
      writeLicences(root, ['node_modules/react', 'node_modules/zustand', 'node_modules/@wxt-dev/i18n']),
    );
    expect([...written.matchAll(/^(\S+) [\d.]+ \(MIT\)$/gm)].map(([, name]) => name)).toEqual([
      '@wxt-dev/i18n',
      'react',
      'zustand',
    ]);
    expect(written.match(/Permission is hereby granted/g)).toHaveLength(4);
  });

  it('stop the build for a package without a licence that one could read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cando-licence-'));
    mkdirSync(join(folder, 'node_modules/secretive'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/secretive/package.json'), '{"name":"secretive","version":"1.0.0"}');
    expect(() => writeLicences(folder, ['node_modules/secretive'])).toThrow('secretive brings no text of its licence');
  });
});
