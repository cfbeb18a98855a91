import { createChecker } from '../../lib/engine/checker.ts';
import { makePack } from './make-pack.ts';

/** The text after a template is filled for the words between < and >, or undefined when it cannot be. */
export function fill(template: string, marked: string, rule: Record<string, unknown> = {}): string | undefined {
  const text = marked.replace('<', '').replace('>', '');
  const hit = marked.slice(marked.indexOf('<') + 1, marked.indexOf('>')).replace(/[,.]/g, '');
  const pack = makePack({ 'filled.yaml': { phrases: [hit], rewrites: [template], ...rule } });
  const [rewrite] = createChecker([pack]).check(text)[0]?.rewrites ?? [];
  return rewrite && text.slice(0, rewrite.span.start) + rewrite.text + text.slice(rewrite.span.end);
}
