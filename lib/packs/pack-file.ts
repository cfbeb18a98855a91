import type { CompiledPack, TeamPack } from '../engine/pack.ts';
import type { PackFile } from './pack-schema.ts';

/** A fault in a pack file, for people: plain JSON. */
export interface PackFault {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Where in the file it stands, as keys and places in lists: `['rules', 'no-widget-talk', 'phrases', 0]`. */
  path: (string | number)[];
  /** What was found, and what would be right. */
  message: string;
}

/** What could be read of a pack file. */
export interface PackFileReading {
  /** Without the parts that are broken; undefined where the header is, so that nothing can be made of it. */
  file: PackFile | undefined;
  /** All of them, in the order of their places. */
  faults: PackFault[];
  /** A fault at the place of a path in the file. */
  locate(path: readonly PropertyKey[], message: string): PackFault;
}

/**
 * Reads a pack file. Never throws: whatever is wrong is in `faults`.
 *
 * @param name the file's, for messages
 */
export declare function readPackFile(name: string, text: string): PackFileReading;

/** The YAML of a pack file, as a person would write it: what only says the default is left out. */
export declare function writePackFile(file: PackFile): string;

/** What came of a pack file: the pack, unless nothing could be made of it, and all faults, those of its reading too. */
export interface CompiledPackFile {
  pack: TeamPack | undefined;
  faults: PackFault[];
}

/**
 * Compiles a pack file; a rule, change or term that is broken is left out with its fault. Never throws.
 *
 * @param known the packs below it, the built-in ones among them
 */
export declare function compilePackFile(reading: PackFileReading, known: readonly CompiledPack[]): CompiledPackFile;
