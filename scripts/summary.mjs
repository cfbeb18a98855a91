// The last line of `.ci/run`: tests and steps counted together. No imports from packages here.
import { existsSync, readFileSync } from 'node:fs';

const [stepsFile = '', testsFile = ''] = process.argv.slice(2);
const steps = readFileSync(stepsFile, 'utf8').trim().split('\n');
// The tests themselves stand for `npm test`, unless it failed before it could count any.
const tests = existsSync(testsFile)
  ? JSON.parse(readFileSync(testsFile, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, numTotalTests: 0 };
const failedSteps = steps.filter((step) => !step.startsWith('0 '));
const testStepFailed = failedSteps.some((step) => step.endsWith(' npm test'));
const uncounted = testStepFailed && tests.numFailedTests === 0 ? 1 : 0;
const otherFailed = failedSteps.filter((step) => !step.endsWith(' npm test')).length;

for (const step of failedSteps) console.log(`failed: ${step.replace(/^\d+ /, '')}`);
const passed = tests.numPassedTests + (steps.length - 1 - otherFailed);
const failed = tests.numFailedTests + uncounted + otherFailed;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failedSteps.length > 0 ? 1 : 0);
