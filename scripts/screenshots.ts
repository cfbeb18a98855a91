/** `npm run screenshots`: the pictures of the documents. With `-- --all FOLDER [NAME]` every surface in every look, to be looked at. */
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { takeAll } from './screenshots/all.ts';
import { takePictures } from './screenshots/pictures.ts';

const { values, positionals } = parseArgs({ options: { all: { type: 'string' } }, allowPositionals: true });
const extension = await build('demo');
await build('desk');
if (values.all) await takeAll(extension, values.all, positionals[0]);
else await takePictures(extension);
