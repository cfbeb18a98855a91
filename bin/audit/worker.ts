import { parentPort, workerData } from 'node:worker_threads';
import { type Asked, createAuditChecker, createCounter } from './count.ts';
import type { Row } from './rows.ts';

// One core's share of an audit: rows in, their totals out.
const asked: Asked = workerData;
const count = createCounter(asked, createAuditChecker(asked));
parentPort?.on('message', (rows: Row[]) => parentPort?.postMessage(count(rows)));
