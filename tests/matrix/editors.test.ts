import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { isFirefox } from './build.ts';
import { checks, checkWayOut } from './checks.ts';
import { editors } from './list.ts';
import { usePages } from './pages.ts';
import { createReport } from './report.ts';
import { type Sitting, sit } from './sitting.ts';

const pages = usePages();
const report = createReport(editors, checks);

afterAll(() => report.write(isFirefox ? 'Firefox' : 'Chromium', pages.version));

describe.each(editors)('$title', (editor) => {
  const begin = () =>
    sit(
      () => pages.open(editor.name),
      () => pages.openBare(editor.name),
    );
  let sitting: Sitting = begin();
  beforeEach(({ task }) => {
    // A sitting remembers a step that failed as well: who tries again begins anew.
    if (task.result?.retryCount) sitting = begin();
  });
  afterAll(() => pages.closeAll());

  if (editor.takesNothing) {
    test('the text stays as it was, CanDo says so, and the card offers to copy the rewrite', async () => {
      for (const column of Object.keys(checks)) report.note(editor.name, column, 'no');
      await checkWayOut(sitting);
      for (const column of Object.keys(checks)) report.note(editor.name, column, 'not claimed');
    });
    return;
  }

  for (const [column, { title, check, isForRichText }] of Object.entries(checks)) {
    test(`${column}: ${title}`, async ({ skip }) => {
      const leaveOut = (reason: string) => {
        report.note(editor.name, column, reason);
        skip(reason);
      };
      if (isForRichText && editor.isPlain) leaveOut('none to lose');
      report.note(editor.name, column, 'no');
      if (!(await sitting.isInstalled())) leaveOut('not installed');
      if (editor.lacks?.column === column) {
        // Whoever mends it is told here to say so in the fixture.
        await expect(check(sitting)).rejects.toThrow();
        return report.note(editor.name, column, 'not claimed');
      }
      await check(sitting);
      report.note(editor.name, column, 'yes');
    });
  }
});
