import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GatewayContext } from '../exchange.js';

/**
 * Lets nothing on the way to the client store an answer. Apollo Server's own plugin would work out for each operation how long
 * its fields may be kept, which of records is never.
 */
export function unstored(): readonly ApolloServerPlugin<GatewayContext>[] {
  return [
    ApolloServerPluginCacheControlDisabled(),
    {
      requestDidStart: () =>
        Promise.resolve({
          willSendResponse: ({ response }) => {
            response.http.headers.set('cache-control', 'no-store');
            return Promise.resolve();
          },
        }),
    },
  ];
}
