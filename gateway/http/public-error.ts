import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { errorKinds } from '../../common/error-kinds.js';
import { type ErrorCode, isErrorCode, IstmoError } from '../../common/errors.js';

/** Apollo Server's codes for what is wrong with a request, and ours. */
const apolloCodes: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  BAD_USER_INPUT: 'ARGUMENT_INVALID',
  BAD_REQUEST: 'BAD_REQUEST',
  OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST',
  // of the gateway package: no operation of the name that was given
  INVALID_GRAPHQL: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_FOUND',
};

/** Whether an error's code is one that clients are told; all others are faults of the gateway. */
export function isPublicCode(code: unknown): boolean {
  return isErrorCode(code) || (typeof code === 'string' && apolloCodes[code] !== undefined);
}

/**
 * What a client reads of an error: errors of the table as they are; of GraphQL's own what is certain to quote no value;
 * of all others nothing but that the gateway failed.
 */
export function publicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path, message } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (original instanceof IstmoError)
    return { message: original.message, ...place, extensions: { ...original.extensions } };
  const code = formatted.extensions?.['code'];
  const translated = typeof code === 'string' ? apolloCodes[code] : undefined;
  if (translated !== undefined)
    return {
      message: `${errorKinds[translated].en} ${withoutValues(message)}`,
      ...place,
      extensions: { ...new IstmoError(translated).extensions },
    };
  if (!isErrorCode(code)) return describe(new IstmoError('INTERNAL'), place);
  const { serviceName: _, stacktrace: __, ...extensions } = formatted.extensions ?? {};
  return { message, ...place, extensions };
}

function describe(error: IstmoError, place: Partial<GraphQLFormattedError>): GraphQLFormattedError {
  return { message: error.message, ...place, extensions: { ...error.extensions } };
}

/** graphql-js quotes the values that do not fit; values of variables are nobody else's business. */
function withoutValues(message: string): string {
  return message
    .replace(/got invalid value .*?(?=; |$)/su, 'got an invalid value')
    .replace(/(, found|cannot represent [^:]*:) .*/su, '$1 (…)');
}
