import { createRequire } from 'node:module';
import type * as GraphqlMiddleware from 'graphql-middleware';
import type * as GraphqlShield from 'graphql-shield';

/**
 * graphql-shield's CommonJS build, and graphql-middleware's, whose classes it must share. The ES module of
 * graphql-shield 7.6 imports `isUndefined` of `node:util`, which Node 23 removed, so that it does not load there;
 * the CommonJS build reads that name only in `chain` and `race`, which are not passed on here.
 */
const require = createRequire(import.meta.url);

export const { allow, deny, rule, shield } = require('graphql-shield') as typeof GraphqlShield;
export const { applyMiddlewareToDeclaredResolvers } =
  require('graphql-middleware') as typeof GraphqlMiddleware;
