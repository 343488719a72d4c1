import type { PerConditions } from './conditions.js';
import type { Data } from './data.js';

/** What is left of a plan once it is compiled: plain values that are run without looking anything up. */
export type Step = FetchStep | SequenceStep | ParallelStep | ConditionStep;

export interface SequenceStep {
  readonly kind: 'sequence';
  readonly steps: readonly Step[];
}

export interface ParallelStep {
  readonly kind: 'parallel';
  readonly steps: readonly Step[];
}

/** Takes one branch or none, by the value of a Boolean variable. */
export interface ConditionStep {
  readonly kind: 'condition';
  readonly variable: string;
  readonly whenTrue: Step | undefined;
  readonly whenFalse: Step | undefined;
}

/** One request to one subgraph. */
export interface FetchStep {
  readonly kind: 'fetch';
  readonly subgraph: string;
  readonly operation: FetchOperation;
  /** From the root of the data to the objects that the fetch fills; response keys, and `@` for each of a list. */
  readonly path: readonly string[];
  /** Absent where the fetch asks for fields of the root type. */
  readonly representation?: PerConditions<RepresentationBuilder>;
  /** Applied to what the subgraph answered, before it is merged; to each entity where there are representations. */
  readonly rewriteOutput?: Rewrite;
}

export interface FetchOperation {
  readonly text: string;
  readonly name: string | undefined;
  /** Names of the client's variables that the text uses. */
  readonly variables: readonly string[];
}

/** Makes the representation of an entity; undefined where the entity is not of the type, or a key is missing. */
export type RepresentationBuilder = (entity: Data) => Data | undefined;

/** Changes data in place. */
export type Rewrite = (data: unknown) => void;
