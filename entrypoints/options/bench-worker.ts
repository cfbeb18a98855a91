import { type Port, serveBench } from '../../lib/workshop/link.ts';

serveBench(globalThis as unknown as Port);
