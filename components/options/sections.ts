import { useSyncExternalStore } from 'react';

export const sections = [
  'rules',
  'workshop',
  'subscriptions',
  'server',
  'english',
  'sites',
  'readers',
  'ignored',
  'keys',
  'appearance',
  'data',
  'about',
] as const;
export type SectionName = (typeof sections)[number];

/** The section that the address names, `#rules/cant-focus/cannot`, and what stands after it. The first one by default. */
export function useSection(): { section: SectionName; rest: string } {
  const hash = useSyncExternalStore(watchHash, () => location.hash);
  const [name = '', ...rest] = hash.slice(1).split('/');
  return { section: sections.find((one) => one === name) ?? 'rules', rest: rest.join('/') };
}

function watchHash(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}
