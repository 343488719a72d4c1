/** A GraphQL request, as a client sends it. */
export interface Question {
  readonly operationName: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One of the questions that gateways are measured by. */
export interface BenchQuery {
  readonly name: string;
  readonly title: string;
  /**
   * What is asked at a position: the same operation at all, unless every plan is to be a new one, with variables of its
   * own, since no two officers ask the same at the same moment.
   */
  at(position: number): Question;
  /** The same question to a gateway over one ordinary subgraph a State. */
  ordinaryAt(position: number, states: readonly string[]): Question;
  /** Such a gateway's answer in the form of the region's. */
  fromOrdinary(data: Readonly<Record<string, unknown>>, states: readonly string[]): unknown;
}
