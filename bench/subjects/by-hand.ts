import { readBody, serveOnLoopback } from '../processes/loopback.js';
import type { Question } from '../queries/query.js';
import { selectionOf } from '../queries/records.js';
import { followByHand } from './by-hand-follow.js';
import { type ByHand, openByHand } from './by-hand-nodes.js';
import type { SubjectSetup } from './subject.js';

/**
 * What somebody would write by hand who knows the questions: it asks all States side by side and puts their answers into
 * one. No GraphQL is parsed, planned or validated, nobody is asked who they are, nothing is logged.
 *
 * @param asksDirectory - whether it asks for the list of States, too, over HTTP: once for each step of the region's
 */
export async function startByHand(setup: SubjectSetup, asksDirectory: boolean): Promise<string> {
  const program = openByHand(setup, asksDirectory);
  const url = await serveOnLoopback((request, response) => {
    void readBody(request)
      .then((body) => answerByHand(program, JSON.parse(body) as Question))
      .then(
        (data) =>
          response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data })),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  return `${url}/graphql`;
}

/** The answer to a question of the bench's. */
export async function answerByHand(
  program: ByHand,
  { operationName, variables }: Question,
): Promise<unknown> {
  const selection = selectionOf(operationName);
  if (selection === undefined) return followByHand(program, variables);
  const asked = `... on MemberState{firearms(first:$first,after:$after){edges{node{${selection}}}}}`;
  const [memberStates] = await Promise.all([
    Promise.all(program.codes.map((code) => recordsOf(program, code, asked, variables))),
    program.listStates(),
  ]);
  return { memberStates };
}

async function recordsOf(
  program: ByHand,
  code: string,
  asked: string,
  variables: Question['variables'],
): Promise<object> {
  const representations = [{ __typename: 'MemberState', code }];
  const [entity] = await program.ask<object>(code, asked, { representations, ...variables });
  return { code, ...entity };
}
