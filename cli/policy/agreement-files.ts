import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem } from '../../common/problem.js';
import { loadRegion } from '../../common/region.js';
import { fromRoot } from '../../common/root.js';
import type { Agreement } from '../../policy/agreement.js';
import type { Register } from '../../policy/check-words.js';
import { type AgreementSource, parseAgreements } from '../../policy/parse.js';
import { memberDocument } from '../../schema/sources.js';
import { type Vocabulary, vocabularyOf } from '../../schema/vocabulary.js';
import { demoAgencies, demoStates } from '../region/demo-region.js';

/** The shared language, as agreements use it. */
export function readVocabulary(): Vocabulary {
  return vocabularyOf(memberDocument(false));
}

/** A region's States and agencies, as far as agreements name them. */
export interface NamedRegion extends Register {
  readonly states: readonly { readonly code: string; readonly timeZone: string }[];
}

/** The register of a region, or the demo region's where no file is named. */
export function readRegister(file: string | undefined): NamedRegion {
  return file === undefined ? { states: demoStates, agencies: demoAgencies } : loadRegion(file);
}

/** Where a State of this repository keeps its agreements. */
export function agreementsFolder(state: string): string {
  return fromRoot('subgraphs', state.toLowerCase(), 'agreements');
}

/** The agreement files at a path: itself, or those of a folder, in the order of their names. */
export function agreementSources(path: string): readonly AgreementSource[] {
  if (!existsSync(path)) throw new Error(`${path}: no such file or folder / no existe tal archivo o carpeta`);
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => /\.ya?ml$/u.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  return files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

/**
 * Reads the agreements at a path.
 *
 * @throws Error with every problem of every file
 */
export function readAgreements(
  path: string,
  state: string,
  vocabulary: Vocabulary,
  register: Register,
): readonly Agreement[] {
  const parsed = parseAgreements(agreementSources(path), state, vocabulary, register);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  return parsed.agreements;
}
