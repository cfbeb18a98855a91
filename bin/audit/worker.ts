import { parentPort, workerData } from 'node:worker_threads';
import { type Asked, createCounter } from './count.ts';
import type { Row } from './rows.ts';

// One core's share of an audit: rows in, their totals out.
const count = createCounter(workerData as Asked);
parentPort?.on('message', (rows: Row[]) => parentPort?.postMessage(count(rows)));
