import { randomBytes } from 'node:crypto';
import { entryNumber, type ReleaseStep } from '../../../audit/entry.js';
import { invalidArgument } from '../../../common/argument-problem.js';
import { IstmoError } from '../../../common/errors.js';
import { parseRecordId } from '../../../common/record-id.js';
import {
  digestOfParticulars,
  type Particulars,
  particularsSchema,
  type StepText,
} from '../../../policy/release/step-texts.js';
import type {
  MutationApproveReleaseArgs,
  MutationProposeReleaseArgs,
  MutationRefuseReleaseArgs,
  MutationRequestReleaseArgs,
  QueryReleaseRequestArgs,
  QueryReleaseRequestsArgs,
} from '../../../schema/types.js';
import type { Exchange, GatewayContext } from '../../exchange.js';
import { type AskingDesk, askDesk, type DeskStep } from './ask-desk.js';

/** A request for release as its State tells it. */
type View = Readonly<Record<string, unknown>>;

/** Requests for release: the State that owns the record keeps and decides them, the gateway only carries. */
export function releaseResolvers(asking: AskingDesk) {
  const take = async (exchange: Exchange, asked: DeskStep, step: ReleaseStep['step']): Promise<View> => {
    if (asking.directory.get(asked.state) === undefined)
      throw new IstmoError('UNKNOWN_STATE', { details: { state: asked.state.slice(0, 2) } });
    const named = 'id' in asked.step ? asked.step.id : undefined;
    // what is tried is in the log too
    if (named !== undefined) note(exchange, { id: named, step });
    const { release } = await askDesk(asking, exchange, asked);
    if (release === undefined) throw new IstmoError('NODE_BAD_RESPONSE');
    if (named === undefined) note(exchange, { id: release.id, step });
    return release;
  };
  const decide = (exchange: Exchange, id: string, step: StepText, as: ReleaseStep['step']): Promise<View> =>
    take(exchange, { state: stateOf(id), step }, as);
  return {
    Query: {
      releaseRequests: async (
        _: unknown,
        { state, status, first = 20, after }: QueryReleaseRequestsArgs,
        { exchange }: GatewayContext,
      ) => {
        if (asking.directory.get(state) === undefined)
          throw new IstmoError('UNKNOWN_STATE', { details: { argument: 'state', state: state.slice(0, 2) } });
        if (after != null && entryNumber(after) === undefined)
          throw invalidArgument({ path: 'after', problem: 'NO_CURSOR' });
        const step: StepText = {
          do: 'LIST',
          first,
          ...(status != null && { status }),
          ...(after != null && { after }),
        };
        const { releases, next } = await askDesk(asking, exchange, { state, step });
        if (releases === undefined) throw new IstmoError('NODE_BAD_RESPONSE');
        for (const { id } of releases) note(exchange, { id, step: 'READ' });
        return { requests: releases, next: next ?? null };
      },
      releaseRequest: async (
        _: unknown,
        { id }: QueryReleaseRequestArgs,
        { exchange }: GatewayContext,
      ): Promise<View | null> =>
        decide(exchange, id, { do: 'READ', id }, 'READ').catch((error: unknown) => {
          if (error instanceof IstmoError && error.code === 'RELEASE_UNKNOWN') return null;
          throw error;
        }),
    },
    Mutation: {
      requestRelease: (
        _: unknown,
        { input }: MutationRequestReleaseArgs,
        { exchange }: GatewayContext,
      ): Promise<View> => {
        const { declaration } = exchange;
        if (declaration === undefined)
          throw new IstmoError('PURPOSE_MISSING', { details: { header: 'Istmo-Purpose' } });
        if (declaration.case === undefined)
          throw new IstmoError('CASE_MISSING', { details: { header: 'Istmo-Case' } });
        const { state, record, match, id, fields, deadline, justification } = input;
        const particulars = readParticulars({
          salt: randomBytes(16).toString('base64url'),
          match: (match ?? []).map(({ field, value }) => ({ field, value })),
          ...(id != null && { recordId: id }),
          justification,
        });
        const step: StepText = {
          do: 'REQUEST',
          record,
          fields: [...fields],
          deadline,
          particulars: digestOfParticulars(particulars),
        };
        return take(exchange, { state, step, particulars, declaration }, 'REQUESTED');
      },
      proposeRelease: async (
        _: unknown,
        { id, terms: { fields, ...terms } }: MutationProposeReleaseArgs,
        { exchange }: GatewayContext,
      ): Promise<View> => {
        const asked = fields ?? (await askedFields(asking, exchange, id));
        const step: StepText = {
          do: 'PROPOSE',
          id,
          terms: {
            records: [...terms.records],
            fields: [...asked],
            until: terms.until,
            legalBasis: [...terms.legalBasis],
            minors: terms.minors ?? false,
          },
        };
        return decide(exchange, id, step, 'PROPOSED');
      },
      approveRelease: (
        _: unknown,
        { id, proposal }: MutationApproveReleaseArgs,
        { exchange }: GatewayContext,
      ): Promise<View> => decide(exchange, id, { do: 'APPROVE', id, proposal }, 'APPROVED'),
      refuseRelease: (
        _: unknown,
        { id, reason }: MutationRefuseReleaseArgs,
        { exchange }: GatewayContext,
      ): Promise<View> => decide(exchange, id, { do: 'REFUSE', id, reason }, 'REFUSED'),
    },
  };
}

/** All fields that were asked for, where the officer names none. */
async function askedFields(asking: AskingDesk, exchange: Exchange, id: string): Promise<readonly string[]> {
  const { release } = await askDesk(asking, exchange, { state: stateOf(id), step: { do: 'READ', id } });
  const fields = release?.['fields'];
  return Array.isArray(fields) ? fields.map(String) : [];
}

/** @throws IstmoError `ARGUMENT_INVALID` with what is wrong, never with its value */
function readParticulars(given: Particulars): Particulars {
  const read = particularsSchema.safeParse(given);
  if (read.success) return read.data;
  const [first = ''] = read.error.issues[0]?.path.map(String) ?? [];
  const argument = `input.${first === 'recordId' ? 'id' : first}`;
  throw new IstmoError('ARGUMENT_INVALID', { details: { argument } });
}

function stateOf(id: string): string {
  const parsed = parseRecordId(id);
  if (parsed?.type !== 'Release')
    throw new IstmoError('RECORD_ID_INVALID', { details: { argument: 'id', type: 'Release' } });
  return parsed.state;
}

function note(exchange: Exchange, step: ReleaseStep): void {
  exchange.releases = [...(exchange.releases ?? []), step];
}
