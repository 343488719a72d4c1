import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GraphQLObjectType, parse } from 'graphql';
import { createAccess, fetchScope } from '../../../../gateway/access/access.js';
import type { StateFetch } from '../../../../gateway/access/state-fetch.js';
import { parseAnswer, readNodeAnswer } from '../../../../gateway/execute/node-answer.js';
import { createEngine } from '../../../../gateway/plan/engine.js';
import { readMemberFetch } from '../../../../gateway/plan/member-fetch.js';
import type { CompiledOperation } from '../../../../gateway/plan/operation.js';
import type { FetchStep, Step } from '../../../../gateway/plan/steps.js';
import { compilePolicy } from '../../../../policy/compile.js';
import { memberDocument, supergraphSdl } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';
import { createDraw, type Draw, drawOf } from '../oracle/draw.js';
import { drawAnswer, drawFault, drawSelection } from './drawn.js';

const document = memberDocument();
const vocabulary = vocabularyOf(document);
const schema = buildSubgraphSchema({ typeDefs: document });
const access = createAccess(schema, vocabulary);
const engine = createEngine(supergraphSdl());
const memberState = schema.getType('MemberState') as GraphQLObjectType;
const everything = [...vocabulary.records].flatMap(([type, fields]) =>
  [...fields.keys()].map((field) => `${type}.${field}`),
);
const representations = [{ __typename: 'MemberState', code: 'GT' }];
let asked = 0;

/** An operation, and how GT is asked for its share of it. */
interface Asked {
  readonly operation: CompiledOperation;
  readonly fetch: StateFetch;
}

function memberStep(step: Step | undefined): FetchStep | undefined {
  if (step?.kind === 'fetch') return step.subgraph === 'member' ? step : undefined;
  return step?.steps.map(memberStep).find((found) => found !== undefined);
}

/** @param isGranted - whether GT's agreement opens a field: `Firearm.make` */
function ask(selection: string, isGranted: (coordinate: string) => boolean): Asked | undefined {
  asked += 1;
  const operation = engine.compile(
    String(asked),
    parse(`{ memberState(code: GT) ${selection} }`),
    undefined,
    {},
  );
  const step = memberStep(operation.step);
  if (step === undefined) return undefined;
  const grants = [...vocabulary.records].map(([record, fields]) => ({
    record,
    fields: [...fields.keys()].filter((field) => isGranted(`${record}.${field}`)),
  }));
  const policy = compilePolicy([
    {
      id: 'A1',
      grantor: 'GT',
      grantee: { agency: 'US-ATF' },
      purposes: ['FIREARM_TRACING'],
      legalBasis: ['Law 1'],
      valid: { from: '2026-01-01', until: '2026-12-31' },
      grants: grants.filter(({ fields }) => fields.length > 0),
      onwardTransfer: 'PROHIBITED',
    },
  ]);
  const fetch = access({
    scope: fetchScope(readMemberFetch(step.operation.text, step.operation.passedKeys), {}),
    requester: { agency: 'US-ATF', country: 'US', officer: 'o', client: 'c', roles: [] },
    declaration: { purpose: 'FIREARM_TRACING', urgency: 'ROUTINE' },
  })({
    representations,
    timeZone: 'America/Guatemala',
    offering: {
      digest: String(asked),
      agreementsDigest: 'a',
      schemaVersion: '1',
      offered: new Set(everything),
      policy,
    },
    now: Date.parse('2026-06-01T12:00:00Z'),
  });
  return fetch.query === undefined ? undefined : { operation, fetch };
}

/** What the client is told, and what the log. */
interface Told {
  readonly data: unknown;
  readonly problems: number;
  readonly records: unknown;
}

function told({ projection }: CompiledOperation, entity: unknown, records: unknown): Told {
  let problems = 0;
  const data = { memberState: { __typename: 'MemberState', code: 'GT', ...(entity as object) } };
  const text = projection(data, { path: [], introspection: {}, report: () => (problems += 1) });
  // text again, so that the order of the members counts
  return { data: JSON.stringify(JSON.parse(text)), problems, records };
}

/** By parsing and checking; undefined where something in it is not as it must be. */
function checked({ operation, fetch }: Asked, text: string): Told | undefined {
  try {
    const { entities, errors } = readNodeAnswer(parseAnswer(text), 1);
    const { records, foreign, faults } = fetch.readDisclosure(entities, representations, 'GT');
    if (errors.length + foreign.length + faults.length > 0) return undefined;
    return told(operation, entities[0], records);
  } catch {
    return undefined;
  }
}

/** By passing it on; undefined where that is not done. */
function passedOn({ operation, fetch }: Asked, text: string): Told | undefined {
  const passed = fetch.passage?.(text, representations, 'GT');
  if (passed === undefined) return undefined;
  return told(operation, passed.entities[0], passed.disclosure.records);
}

/** An operation, drawn, and GT's agreement for it. */
function drawAsked(draw: Draw): Asked | undefined {
  const open = drawOf(draw, [100, 100, 80, 50]);
  const closed = new Set(everything.filter(() => draw(100) >= open));
  return ask(drawSelection(draw, memberState, 4), (coordinate) => !closed.has(coordinate));
}

/** An operation, GT's agreement for it, and what GT answers. */
function drawAnswered(seed: number): { readonly asked: Asked; readonly text: string } | undefined {
  const draw = createDraw(seed);
  const asked = drawAsked(draw);
  return asked && { asked, text: drawAnswer(draw, schema, asked.fetch.query ?? '', representations) };
}

const some = { numRuns: Number(process.env['ISTMO_PASSAGES'] ?? 150) };

describe('what is passed on as it came', () => {
  it('tells client and log just what parsing and checking it tells', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const drawn = drawAnswered(seed);
        if (drawn === undefined) return;
        const passed = passedOn(drawn.asked, drawn.text);
        if (passed !== undefined) expect(passed).toEqual(checked(drawn.asked, drawn.text));
      }),
      some,
    );
  });

  // the same answers each time: a share of some that are drawn anew is now and then below what it is of all
  it('is more than half of what is answered', () => {
    const drawn = Array.from({ length: 200 }, (_, seed) => drawAnswered(seed)).filter(
      (one) => one !== undefined,
    );
    const passages = drawn.filter(({ asked, text }) => passedOn(asked, text) !== undefined);
    // numbers that are written in a form of their own, members of which one is `@required`… are checked instead
    expect(passages.length / drawn.length).toBeGreaterThan(0.5);
  });

  it('is nothing that is not as it must be', () => {
    let faulty = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = createDraw(seed);
        const drawn = drawAsked(draw);
        if (drawn?.fetch.passage === undefined) return;
        const right = drawAnswer(draw, schema, drawn.fetch.query ?? '', representations);
        for (let fault = 0; fault < 40; fault += 1) {
          const text = drawFault(draw, right);
          const expected = checked(drawn, text);
          const passed = passedOn(drawn, text);
          if (expected === undefined) faulty += 1;
          if (passed !== undefined) expect([text, passed]).toEqual([text, expected]);
        }
      }),
      some,
    );
    expect(faulty).toBeGreaterThan(100);
  });
});
