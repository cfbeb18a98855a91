// The last line of `.ci/run`: tests and steps counted together. No imports from packages here.
import { existsSync, readFileSync } from 'node:fs';

// The steps that run tests, and where each leaves its results: `npm test=.output/tests.json`.
const [stepsFile = '', ...testSteps] = process.argv.slice(2);
const resultFiles = new Map(testSteps.map((step) => /** @type {[string, string]} */ (step.split('='))));
const steps = readFileSync(stepsFile, 'utf8').trim().split('\n');
let passed = 0;
let failed = 0;

for (const step of steps) {
  const [code, name] = [step.split(' ', 1)[0], step.replace(/^\d+ /, '')];
  if (code !== '0') console.log(`failed: ${name}`);
  const results = resultFiles.get(name);
  const tests = results && existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
  for (const file of tests?.testResults ?? []) file.assertionResults.forEach(tellTrouble);
  passed += tests?.numPassedTests ?? 0;
  failed += tests?.numFailedTests ?? 0;
  // The tests themselves stand for a step that runs them, unless it failed before it could count any.
  if (code === '0') passed += tests ? 0 : 1;
  else if (!tests?.numFailedTests) failed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(steps.every((step) => step.startsWith('0 ')) ? 0 : 1);

/**
 * Names a test that failed, or that passed only when it was tried again.
 * @param {{ status: string, fullName: string, failureMessages?: string[] }} test
 */
function tellTrouble({ status, fullName, failureMessages = [] }) {
  if (failureMessages.length === 0) return;
  const what = status === 'failed' ? 'failed' : 'passed only when tried again';
  console.log(`${what}: ${fullName}\n  ${failureMessages[0]?.split('\n', 1)[0]}`);
}
