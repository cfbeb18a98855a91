#!/usr/bin/env node
import { readCompiledPacks } from '../lib/packs/read.ts';
import { createChecker } from '../lib/engine/checker.ts';
const checker = createChecker(readCompiledPacks());
for (const t of process.argv.slice(2)) for (const f of checker.check(t)) console.log(f.ruleId, JSON.stringify(t.slice(f.span.start, f.span.end)), f.rewrites.map(r => t.slice(0,r.span.start)+r.text+t.slice(r.span.end)));
