import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ask } from './query/ask.js';
import type { Reply } from './query/reply.js';
import { dataFolder } from './region/data-folder.js';
import { demoToken } from './region/token.js';
import { releaseFields, releaseLine, releaseSchema, releaseText } from './release/release-words.js';

const usage = `istmo release list --state HN [--status REQUESTED] [--after NEXT] | show ID
  | propose ID --record RECORD … --until DATE --basis TEXT … [--field FIELD …] [--minors]
  | approve ID --proposal DIGEST | refuse ID --reason TEXT
  --as CLIENT [--data FOLDER], or / o: --url URL --token TOKEN; [--json]`;

const options = {
  as: { type: 'string' },
  data: { type: 'string', default: '.istmo' },
  url: { type: 'string' },
  token: { type: 'string' },
  json: { type: 'boolean', default: false },
  state: { type: 'string' },
  status: { type: 'string' },
  after: { type: 'string' },
  record: { type: 'string', multiple: true, default: [] as string[] },
  field: { type: 'string', multiple: true, default: [] as string[] },
  basis: { type: 'string', multiple: true, default: [] as string[] },
  until: { type: 'string' },
  minors: { type: 'boolean', default: false },
  proposal: { type: 'string' },
  reason: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options });
}

/**
 * `istmo release list | show | propose | approve | refuse`: requests for the release of records, for the officers who decide them
 * and for the agency that asked.
 *
 * @returns 0 done, 2 wrongly called, 4 refused
 */
export async function release(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [verb = '', id] = positionals;
  const operation = operationOf(verb, id, values);
  if (operation === undefined) {
    console.error(usage);
    return 2;
  }
  const reply = await send(operation, values);
  const told = releasesIn(reply);
  if (told === undefined) {
    for (const { message, extensions } of reply.errors ?? [])
      console.error(`istmo release: ${message} / ${extensions?.es ?? ''}`);
    if (reply.errors === undefined)
      console.error('istmo release: there is no such request / no hay tal solicitud');
    return 4;
  }
  if (values.json) console.log(JSON.stringify(told, null, 2));
  else for (const one of told) console.log(verb === 'list' ? releaseLine(one) : releaseText(one));
  const next = nextIn(reply);
  if (next !== null) console.error(`… --after ${next}`);
  return 0;
}

interface Operation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

function operationOf(verb: string, id: string | undefined, values: Values): Operation | undefined {
  const { state, status, after, record, field, basis, until, minors, proposal, reason } = values;
  if (verb === 'list' && state !== undefined)
    return {
      text: `query($state: CountryCode!, $status: ReleaseStatus, $after: String) {
        told: releaseRequests(state: $state, status: $status, first: 20, after: $after) { requests { ${releaseFields} } next } }`,
      variables: { state, ...(status !== undefined && { status }), ...(after !== undefined && { after }) },
    };
  if (id === undefined) return undefined;
  const told = (kind: string, declared: string, field_: string): string =>
    `${kind}(${declared}) { told: ${field_} { ${releaseFields} } }`;
  if (verb === 'show')
    return { text: told('query', '$id: ID!', 'releaseRequest(id: $id)'), variables: { id } };
  if (verb === 'propose' && until !== undefined && record.length > 0 && basis.length > 0)
    return {
      text: told('mutation', '$id: ID!, $terms: ReleaseTerms!', 'proposeRelease(id: $id, terms: $terms)'),
      variables: {
        id,
        terms: {
          records: record,
          until,
          legalBasis: basis,
          minors,
          ...(field.length > 0 && { fields: field }),
        },
      },
    };
  if (verb === 'approve' && proposal !== undefined)
    return {
      text: told('mutation', '$id: ID!, $of: String!', 'approveRelease(id: $id, proposal: $of)'),
      variables: { id, of: proposal },
    };
  if (verb === 'refuse' && reason !== undefined)
    return {
      text: told('mutation', '$id: ID!, $why: String!', 'refuseRelease(id: $id, reason: $why)'),
      variables: { id, why: reason },
    };
  return undefined;
}

async function send({ text, variables }: Operation, given: Values): Promise<Reply> {
  const folder = dataFolder(given.data);
  const known = existsSync(folder.gatewayUrlFile)
    ? readFileSync(folder.gatewayUrlFile, 'utf8').trim()
    : 'http://127.0.0.1:4000';
  if (given.token === undefined && given.as === undefined) throw new Error(usage);
  const token = given.token ?? (await demoToken(folder, given.as ?? ''));
  const url = given.url ?? known;
  return ask({ url, token, purpose: undefined, caseNumber: undefined, text, variables }).reply;
}

const toldSchema = z.object({
  told: z.union([releaseSchema, z.object({ requests: z.array(releaseSchema), next: z.string().nullable() })]),
});

function releasesIn({ data, errors = [] }: Reply) {
  const read = toldSchema.safeParse(data).data?.told;
  if (errors.length > 0 || read === undefined) return undefined;
  return 'requests' in read ? read.requests : [read];
}

/** Where a page goes on; null where it does not. */
function nextIn({ data }: Reply): string | null {
  const told = toldSchema.safeParse(data).data?.told;
  return told !== undefined && 'next' in told ? told.next : null;
}
