import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import type { DocumentNode, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { AuditLog } from '../../audit/log.js';
import type { SealKeys } from '../../audit/seal.js';
import { errorKinds } from '../../common/error-kinds.js';
import { isErrorCode, IstmoError } from '../../common/errors.js';
import { technicalFault } from '../../common/technical-fault.js';
import { operationFault } from '../admission/chosen-operation.js';
import { reachesStates } from '../admission/reach.js';
import { entryOf, type Outcome, outcomeOf } from '../audit/entry.js';
import type { Exchange, GatewayContext } from '../exchange.js';
import { refusal } from '../reply/refusal.js';
import { accountOf } from './account.js';
import { isPublicCode } from './public-error.js';

export interface RequestPluginOptions {
  readonly log: Pick<AuditLog, 'append'>;
  /** `source` of the log's entries. */
  readonly source: string;
  readonly region: GraphQLSchema;
  /** Keys by which what was asked is sealed; undefined where it is not kept. */
  readonly sealKeys?: SealKeys | undefined;
  readonly logger: FastifyBaseLogger;
}

/**
 * What happens to every GraphQL request besides being executed: it names its operation, must declare a purpose where
 * it reaches for records, and leaves nothing unless its entry is durable in the log first.
 */
export function requestPlugin(options: RequestPluginOptions): ApolloServerPlugin<GatewayContext> {
  const reaching = new WeakMap<DocumentNode, boolean>();
  // worked out once for a document, which Apollo Server keeps
  const reaches = (document: DocumentNode, schema: GraphQLSchema): boolean => {
    const known = reaching.get(document) ?? reachesStates(document, schema, options.region);
    reaching.set(document, known);
    return known;
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveSource: ({ contextValue: { exchange }, queryHash, source, request: { variables } }) => {
          exchange.question = { document: source, ...(variables && { variables }) };
          // Apollo Server's SHA-256 of the document's text
          exchange.operation = { sha256: queryHash };
          return Promise.resolve();
        },
        didResolveOperation: ({ contextValue: { exchange }, operation, document, schema }) => {
          const name = operation?.name?.value;
          if (name !== undefined && exchange.operation !== undefined)
            exchange.operation = { sha256: exchange.operation.sha256, name };
          const fault = operationFault(operation, schema);
          if (fault !== undefined) throw refusal(fault);
          if (exchange.declaration === undefined && reaches(document, schema))
            throw refusal(new IstmoError('PURPOSE_MISSING', { details: { header: 'Istmo-Purpose' } }));
          return Promise.resolve();
        },
        didEncounterErrors: ({ contextValue: { exchange }, errors }) => {
          for (const error of errors) reportFault(options.logger, exchange.requestId, error);
          return Promise.resolve();
        },
        willSendResponse: (context) => logThenSend(options, context),
      }),
  };
}

/** A fault of the gateway's own goes into its technical log: where it arose, without a message that may hold values. */
function reportFault(logger: FastifyBaseLogger, requestId: string, error: GraphQLError): void {
  const { code } = error.extensions;
  if (isPublicCode(code) || error.originalError instanceof IstmoError) return;
  logger.error({ requestId, code, fault: technicalFault(error.originalError ?? error) }, 'operation failed');
}

async function logThenSend(
  { log, source, sealKeys }: RequestPluginOptions,
  context: GraphQLRequestContextWillSendResponse<GatewayContext>,
): Promise<void> {
  const { exchange } = context.contextValue;
  const { body, http } = context.response;
  if (body.kind !== 'single') throw new IstmoError('INTERNAL');
  const { singleResult } = body;
  const outcome = outcomeOfResult(singleResult, exchange);
  try {
    const { index } = await log.append(entryOf(exchange, outcome, source, sealKeys));
    exchange.entry = index;
    singleResult.extensions = { istmo: accountOf(exchange, index), ...singleResult.extensions };
  } catch (cause) {
    const error = new IstmoError('AUDIT_UNAVAILABLE', { cause });
    exchange.refusal = error.code;
    http.status = error.kind.status;
    body.singleResult = { errors: [{ message: error.message, extensions: { ...error.extensions } }] };
  }
}

/** Refused where nothing is given; where something is, the client's own mistake is named beside it. */
function outcomeOfResult(
  { data, errors }: { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] },
  { answers }: Exchange,
): Outcome {
  const codes = errors?.map(({ extensions }) => extensions?.['code']).filter(isErrorCode) ?? [];
  if (data == null) return { result: 'REFUSED', code: codes[0] ?? 'BAD_REQUEST' };
  const mistake = codes.find((code) => errorKinds[code].actor === 'client');
  return mistake === undefined ? outcomeOf(answers) : { result: 'PARTIAL', code: mistake };
}
