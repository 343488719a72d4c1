import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import type { Directory, KnownState } from '../states/directory.js';
import type { RegionContext } from './region-context.js';

/** Where a field stands in the answer, and what it is asked in. */
export interface Asked {
  readonly context: Pick<RegionContext, 'faults'>;
  readonly info: Pick<GraphQLResolveInfo, 'path'>;
}

/** Reads the States that arguments name. */
export interface NamedStates {
  /** @throws IstmoError `UNKNOWN_STATE` with the argument */
  one(code: string, argument: string): KnownState;
  /**
   * States that a list names, each once; undefined where there is no list. One that does not take part, or has left, is
   * noted as a fault of the field: the others answer.
   */
  several(
    codes: readonly string[] | null | undefined,
    argument: string,
    asked: Asked,
  ): readonly string[] | undefined;
}

export function namedStates(directory: Directory): NamedStates {
  return {
    one: (code, argument) => {
      const known = directory.get(code);
      if (known === undefined) throw unknown(code, argument);
      return known;
    },
    several: (codes, argument, { context, info }) =>
      codes == null
        ? undefined
        : [...new Set(codes)].filter((code) => {
            if (directory.get(code) !== undefined) return true;
            const path = responsePathAsArray(info.path);
            context.faults.push({ error: unknown(code, argument), path });
            return false;
          }),
  };
}

function unknown(code: string, argument: string): IstmoError {
  return new IstmoError('UNKNOWN_STATE', { details: { argument, state: code.slice(0, 2) } });
}
