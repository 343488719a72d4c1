import type { IstmoError } from '../../common/errors.js';
import type { GatewayContext } from '../exchange.js';
import type { Data } from '../plan/data.js';
import type { FetchOperation } from '../plan/steps.js';

/** A subgraph, as the executor asks it. */
export interface Source {
  /** Asks for fields of a root type. */
  root(request: SourceRequest): Promise<RootAnswer>;
  /** Asks for entities. @param representations - 1 or more, each another one */
  entities(request: SourceRequest, representations: readonly Data[]): Promise<EntitiesAnswer>;
}

export interface SourceRequest {
  readonly operation: FetchOperation;
  /** Values of the variables that the operation uses, as the client gave them. */
  readonly variables: Data;
  readonly context: GatewayContext;
}

export interface RootAnswer {
  readonly data: Data | undefined;
  readonly faults: readonly Fault[];
}

export interface EntitiesAnswer {
  /** As long as the representations; null where there is no such entity. */
  readonly entities: readonly unknown[];
  readonly faults: readonly EntityFault[];
}

/** What went wrong at one place of an answer, as a client reads it. */
export interface Fault {
  readonly error: IstmoError;
  /** Beneath the root of the answer. */
  readonly path: readonly (string | number)[];
  /** The State whose fault it is, where one State was asked. */
  readonly state?: string;
}

export interface EntityFault extends Fault {
  /** Position among the representations; `path` is beneath it. */
  readonly position: number;
}
