import { GraphQLError } from 'graphql';
import type { IstmoError } from '../../common/errors.js';

/** A refusal of the whole request, as Apollo Server answers it: with the error's own HTTP status. */
export function refusal(error: IstmoError): GraphQLError {
  return new GraphQLError(error.message, {
    extensions: { ...error.extensions, http: { status: error.kind.status } },
  });
}
