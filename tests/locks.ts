import { locks } from 'node:worker_threads';

/** What the tests' document lacks, and every browser has. */
Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
