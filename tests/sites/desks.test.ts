import { beforeEach, describe, expect, it } from 'vitest';
import { anywhere, findSite, findSites, sites } from '../../lib/sites/index.ts';
import { deskPages } from '../desk-pages.ts';

const list = (part: string) => [...document.querySelectorAll<HTMLElement>(`[data-part~="${part}"]`)];

it('every desk has a synthetic page, and says on it that it is one', () => {
  expect([...new Set(deskPages.map(({ site }) => site.id))].sort()).toEqual(sites.map(({ id }) => id).sort());
  for (const { html } of deskPages) {
    expect(html).toMatch(/<!-- Synthetic: /);
    expect(html).toMatch(/<h1>Synthetic page, shaped after /);
  }
});

it('every selector of a desk stands for something on one of its pages', () => {
  const unmet = sites.flatMap((site) => {
    const { composer, notComposer, pane, reader, customer, send, excluded = [] } = site;
    const inMessage = customer?.without ?? [];
    const all = [composer, notComposer, pane, reader?.selector, customer?.message, customer?.name, send];
    const left = new Set([...all, ...excluded, ...inMessage].flatMap((one) => one?.split(/,\s*/) ?? []));
    for (const { html } of deskPages.filter((page) => page.site === site)) {
      document.documentElement.innerHTML = html;
      for (const selector of left) if (document.querySelector(selector)) left.delete(selector);
    }
    return [...left].map((selector) => `${site.id}: ${selector}`);
  });
  expect(unmet).toEqual([]);
});

describe.each(deskPages)('$name', ({ site, address, html }) => {
  beforeEach(() => {
    document.documentElement.innerHTML = html;
  });

  it('is known by its address, and its reply boxes where anything is known of them', () => {
    expect(findSites(address)).toEqual([site]);
    for (const reply of list('reply')) expect(findSite([site], reply)).toBe(site);
    for (const decoy of list('decoy')) expect(site.composer && decoy.closest(site.composer)).toBeFalsy();
  });

  it('is told by its reply box at an address of the company’s own, where the script is silent in help centres', () => {
    const own = findSites(new URL(address.pathname, 'https://support.example.com'));
    for (const reply of list('reply')) {
      const isKnown = site.composer !== undefined && reply.matches(site.composer);
      expect(findSite(own, reply)).toBe(isKnown ? site : anywhere);
    }
    for (const decoy of list('decoy'))
      if (decoy.matches('[contenteditable]')) expect(findSite(own, decoy)).toBeUndefined();
    expect(findSites(new URL('https://support.example.com/hc/en-us/requests/1'))).toEqual([]);
  });

  it('leaves out what is not the agent’s own, where the desk says how', () => {
    const named = list('left-alone').filter((part) => part.localName !== 'blockquote');
    for (const part of named) expect(part.matches(site.excluded?.join() ?? ':not(*)')).toBe(true);
  });
});
