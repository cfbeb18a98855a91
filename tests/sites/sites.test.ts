import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import zendesk from '../../lib/sites/desks/zendesk.ts';
import { findReaderElement, readCustomer, readReader } from '../../lib/sites/facts.ts';
import { anywhere, findSite, findSites, isIn, matches, sites } from '../../lib/sites/index.ts';
import type { Site } from '../../lib/sites/site.ts';

const address = (href: string) => new URL(href);
const ids = (href: string) => findSites(address(href)).map((site) => site.id);

describe('Desks', () => {
  it('takes every desk of the folder, each named like its file', () => {
    expect(sites.map((site) => `${site.id}.ts`)).toEqual(readdirSync('lib/sites/desks').sort());
  });

  it('names hosts only in match patterns, for frames need that', () => {
    for (const pattern of sites.flatMap((site) => site.matches)) expect(pattern).toMatch(/^https:\/\/[\w.*-]+\/\*$/);
  });

  it('works on two desks from the installation on; each further one is switched on by the agent', () => {
    expect([...matches].sort()).toEqual(['https://*.zendesk.com/*', 'https://mail.google.com/*']);
    expect(sites.filter((site) => site.isOptional).length).toBeGreaterThan(12);
  });

  it('has no two desks on one host, for the address tells them apart', () => {
    const patterns = sites.flatMap((site) => site.matches);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it('asks for the selectors of each desk in a way that a page understands', () => {
    for (const { composer, excluded = [], reader, customer, send } of sites) {
      const selectors = [composer, ...excluded, reader?.selector, customer?.message, customer?.name, send];
      for (const selector of selectors) if (selector) expect(() => document.querySelector(selector)).not.toThrow();
    }
  });

  it('knows a desk by its address', () => {
    expect(ids('https://acme.zendesk.com/agent/tickets/1')).toEqual(['zendesk']);
    expect(ids('https://mail.google.com/mail/u/0/#inbox')).toEqual(['gmail']);
    expect(ids('https://acme.freshdesk.com/a/tickets/7')).toEqual(['freshdesk']);
    expect(ids('https://outlook.office.com/mail/')).toEqual(['outlook']);
  });

  it('is silent in a help centre and elsewhere on the host', () => {
    expect(ids('https://acme.zendesk.com/hc/en-us/requests/new')).toEqual([]);
    expect(ids('https://acme.zendesk.com/admin')).toEqual([]);
    expect(ids('https://mail.google.com/chat/')).toEqual([]);
    expect(ids('https://acme.freshdesk.com/support/home')).toEqual([]);
    expect(ids('https://acme.atlassian.net/servicedesk/customer/portal/1')).toEqual([]);
  });

  it('is not taken in by a host that only looks like a desk', () => {
    for (const href of ['https://zendesk.com.example.org/', 'https://evilzendesk.com/', 'http://mail.google.com/']) {
      expect(ids(href)).toContain('anywhere');
      expect(matches.some((pattern) => isIn(pattern, address(href)))).toBe(false);
    }
  });

  it('tells desks apart by their page on a site that the user has added, but for help centres', () => {
    const known = sites.filter(({ composer }) => composer).map(({ id }) => id);
    expect(ids('https://support.example.com/inbox')).toEqual([...known, 'anywhere']);
    expect(ids('https://support.example.com/hc/article')).toEqual([]);
    expect(ids('about:blank')).toEqual([]);
  });
});

describe('A Zendesk ticket', () => {
  beforeEach(() => {
    const pane = (id: string, channel: string, words: string) => `
      <section data-ticket-id="${id}">
        <div data-test-id="ticket-system-field-requester-select"> Requester ${id} </div>
        <article><div data-test-id="omni-log-item-message" type="end-user"><p>Older words.</p></div></article>
        <article><div data-test-id="omni-log-item-message" type="end-user"><p>${words}</p><blockquote>Quoted.</blockquote></div></article>
        <article><div data-test-id="omni-log-item-message" type="agent">Ours.</div></article>
        <button data-test-id="omnichannel-channel-switcher-button" data-channel="${channel}"></button>
        <div data-test-id="omnicomposer-rich-text-ckeditor" contenteditable="true" role="textbox"></div>
      </section>`;
    document.body.innerHTML = pane('1', 'web', 'First ticket.') + pane('2', 'internal', 'Second ticket.');
  });

  const composer = (index: number) => document.querySelectorAll('[contenteditable]')[index] as HTMLElement;

  it('has its composer known by its test id', () => {
    expect(findSite([zendesk], composer(0))).toBe(zendesk);
    const other = document.createElement('textarea');
    document.body.append(other);
    expect(findSite([zendesk], other)).toBeUndefined();
    expect(findSite([zendesk, anywhere], other)).toBe(anywhere);
    document.body.replaceChildren(other);
    expect(findSite([zendesk, anywhere], other)).toBe(anywhere);
  });

  it('tells an internal note from a public reply, each ticket for itself', () => {
    expect(readReader(zendesk, findReaderElement(zendesk, composer(0)))).toBe('public');
    expect(readReader(zendesk, findReaderElement(zendesk, composer(1)))).toBe('internal');
  });

  it("gives the customer's last words and name, not another ticket's", () => {
    expect(readCustomer(zendesk, composer(0))).toEqual({ customer: 'First ticket.', customerName: 'Requester 1' });
    expect(readCustomer(zendesk, composer(1))).toEqual({ customer: 'Second ticket.', customerName: 'Requester 2' });
  });

  it('counts as a public reply where nothing is known', () => {
    document.body.innerHTML = '<div contenteditable="true"></div>';
    expect(readReader(zendesk, findReaderElement(zendesk, composer(0)))).toBe('public');
    expect(readCustomer(zendesk, composer(0))).toEqual({});
    expect(findSite([zendesk], composer(0))).toBe(zendesk);
  });
});

describe('Notes to colleagues', () => {
  it('are told apart in Jira by the tab that is chosen', () => {
    const jira = find('jira');
    document.body.innerHTML = `
      <div role="tablist">
        <button id="comment-editor-container-tabs-0" aria-selected="true"></button>
        <button id="comment-editor-container-tabs-1" aria-selected="false"></button>
      </div>
      <div id="ak-editor-textarea" class="ProseMirror" contenteditable="true"></div>`;
    const editor = document.querySelector('.ProseMirror') as HTMLElement;
    const tab = findReaderElement(jira, editor);
    expect(readReader(jira, tab)).toBe('internal');
    tab?.setAttribute('aria-selected', 'false');
    expect(readReader(jira, tab)).toBe('public');
  });

  it('are told apart in HubSpot by the address', () => {
    const hubspot = find('hubspot');
    location.hash = '#comment';
    expect(readReader(hubspot, undefined)).toBe('internal');
    location.hash = '#email';
    expect(readReader(hubspot, undefined)).toBe('public');
    location.hash = '';
  });

  function find(id: string): Site {
    return sites.find((site) => site.id === id) as Site;
  }
});
