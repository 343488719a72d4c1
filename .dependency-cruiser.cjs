/** Which folder may import which: the layers of the house, one arrow a rule. */

/** Code of `folder` imports only itself and `allowed`. */
const layer = (folder, allowed) => ({
  name: `${folder.replaceAll('/', '-')}-imports-only`,
  comment: `${folder} may import only: ${['itself', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { dependencyTypes: ['local'], pathNot: [folder, ...allowed].map((name) => `^${name}/`) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolves',
      comment: 'an import leads to a file or package that is there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-tests-in-code',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    layer('common', []),
    layer('schema', ['common']),
    layer('audit', ['common']),
    layer('codegen', ['common', 'schema']),
    layer('policy', ['common', 'schema']),
    {
      name: 'policy-takes-types-of-schema',
      comment: 'policy may import types from schema, no code',
      severity: 'error',
      from: { path: '^policy/' },
      to: { path: '^schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'policy-does-no-io',
      comment: 'agreements are decided by pure functions',
      severity: 'error',
      from: { path: '^policy/' },
      to: { dependencyTypes: ['core'], pathNot: '^crypto$' },
    },
    {
      name: 'audit-knows-no-graphql-and-no-http',
      severity: 'error',
      from: { path: '^audit/' },
      to: { path: ['node_modules/(graphql|fastify|undici)/', '^(http|https|http2|net)$'] },
    },
    layer('gateway', ['common', 'schema', 'policy', 'audit']),
    layer('subgraphs/kit', ['common', 'schema', 'policy', 'audit']),
    layer('subgraphs/world', ['common', 'schema', 'subgraphs']),
    {
      name: 'a-state-imports-kit-and-world',
      comment: 'a State knows the kit and the world, no other State and no gateway',
      severity: 'error',
      from: { path: '^subgraphs/([a-z]{2})/' },
      to: {
        dependencyTypes: ['local'],
        pathNot: '^(common|schema|policy|audit|subgraphs/(kit|world|$1))/',
      },
    },
    layer('console', ['common']),
    layer('bench', ['common', 'schema', 'policy', 'audit', 'subgraphs/kit', 'gateway']),
    {
      name: 'apollo-where-it-belongs',
      comment: 'Apollo is known to the gateway, the kit and the composition',
      severity: 'error',
      from: { path: '^[a-z]+/', pathNot: '^(gateway|subgraphs/kit|schema|codegen|test|bench|node_modules)/' },
      to: { path: 'node_modules/@(apollo|as-integrations)/' },
    },
    {
      name: 'no-development-packages-in-code',
      comment: 'what runs in production needs no development package; the demo region does',
      severity: 'error',
      from: { path: '^(common|schema|policy|audit|subgraphs|gateway)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
