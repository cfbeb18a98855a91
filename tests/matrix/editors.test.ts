import { afterAll, describe, test } from 'vitest';
import { checks } from './checks.ts';
import { editors } from './list.ts';
import { isFirefox, usePages } from './pages.ts';
import { createReport } from './report.ts';
import { type Sitting, sit } from './sitting.ts';

const pages = usePages();
const report = createReport(editors, checks);

afterAll(() => report.write(isFirefox ? 'Firefox' : 'Chromium', pages.version));

describe.each(editors)('$title', (editor) => {
  const open = () => pages.open(editor.name);
  const sitting: Sitting = sit(open, () => pages.openBare(editor.name));
  afterAll(() => pages.closeAll());

  for (const [column, { title, check, isForRichText }] of Object.entries(checks)) {
    test(title, async ({ skip }) => {
      if (isForRichText && editor.isPlain) return report.note(editor.name, column, 'no formatting');
      if (!(await sitting.isInstalled())) {
        report.note(editor.name, column, 'not installed');
        return skip();
      }
      report.note(editor.name, column, 'no');
      await check(sitting);
      report.note(editor.name, column, 'yes');
    });
  }
});
