// `npm start`: installs what is missing, then opens the demo desk with the extension loaded (see demo/start.ts).
import { install, run } from './setup.mjs';

install();
process.exit(await run(['demo/start.ts', ...process.argv.slice(2)]));
