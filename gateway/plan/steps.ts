import type { Data } from './data.js';
import type { PassedKeys } from './passed-keys.js';

/** What is left of a plan once it is compiled: plain values that are run without looking anything up. */
export type Step = FetchStep | SequenceStep | ParallelStep;

export interface SequenceStep {
  readonly kind: 'sequence';
  readonly steps: readonly Step[];
}

export interface ParallelStep {
  readonly kind: 'parallel';
  readonly steps: readonly Step[];
}

/** One request to one subgraph. */
export interface FetchStep {
  readonly kind: 'fetch';
  readonly subgraph: string;
  readonly operation: FetchOperation;
  /** From the root of the data to the objects that the fetch fills; response keys, and `@` for each of a list. */
  readonly path: readonly string[];
  /** Absent where the fetch asks for fields of the root type. */
  readonly representation?: RepresentationBuilder;
  /** Applied to what the subgraph answered, before it is merged; to each entity where there are representations. */
  readonly rewriteOutput?: Rewrite;
}

export interface FetchOperation {
  readonly text: string;
  readonly name: string | undefined;
  /** Names of the client's variables that the text uses. */
  readonly variables: readonly string[];
  /** What of the entities goes to the client as it comes; absent where that is not known. */
  readonly passedKeys?: PassedKeys;
}

/** Makes the representation of an entity; undefined where the entity is not of the type, or a key is missing. */
export type RepresentationBuilder = (entity: Data) => Data | undefined;

/** Changes data in place. */
export type Rewrite = (data: unknown) => void;
