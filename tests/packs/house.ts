import type { CompiledPack } from '../../lib/engine/pack.ts';
import { type CompiledPackFile, compilePackFile } from '../../lib/packs/compile-file.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';

/** A pack file with some of everything, for tests. */
export const HOUSE = `id: acme
name: Acme house words
about: How we speak of what we sell.
version: 3.1.0
maintainer: Ana <ana@acme.example>
extends: [cant-focus]
words: {product: widget|gadget}
rules:
  no-widget-talk:
    message: Say what it is for.
    why: Nobody outside knows it by that name.
    phrases: ["<the {product}>"]
    rewrites: ["{instead} your device"]
    examples:
      wrong: {"Turn <the widget> on.": Turn your device on.}
      right: [Turn your device on.]
changes:
  cant-focus/cannot:
    severity: info
    unless: {"{product} {cannot}": Your widget can't get wet.}
renamed: {widgets: no-widget-talk}
terms:
  - {say: sign in, not: [login, log in]}
  - {say: AcmePay, kind: product}
  - {not: synergy, kind: banned}
  - {say: colour, not: color, variety: british}
  - {say: color, not: colour, variety: american}
`;

/** Reads and compiles a pack file. */
export function compile(text: string, below: readonly CompiledPack[]): CompiledPackFile {
  return compilePackFile(readPackFile('acme.yaml', text), below);
}

/** The faults of a pack file as a command line tells them, without the file's name. */
export function listFaults(text: string, below: readonly CompiledPack[] = []): string[] {
  return compile(text, below).faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}
