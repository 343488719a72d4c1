import { writeFileSync } from 'node:fs';
import { fromRoot } from '../common/root.js';
import { supergraphSdl } from '../schema/sources.js';
import { typesOf } from './types.js';

writeFileSync(fromRoot('schema', 'types.ts'), await typesOf(supergraphSdl()));
