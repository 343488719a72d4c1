#!/usr/bin/env node

const help = `istmo <command>

  region          starts the demo region on this machine / inicia la región de demostración
                  [--port 4000] [--states GT,SV,US] [--data .istmo]
  demo            asks the demo's questions and checks the answers / hace las preguntas de demostración [--json]
  query           lists the questions of docs/queries, or asks one / lista las preguntas de docs/queries, o hace una
                  NAME [--var key=value …] [--as CLIENT] [--json] [--purpose P] [--case C] [--url URL --token TOKEN]
                  exit code / código de salida: 0 full, 1 not asked, 2 wrong use, 3 partial, 4 refused
  token CLIENT    prints an access token of the demo region / muestra un token de la región de demostración
  gateway         a gateway, set up by its environment / una pasarela, según su entorno
                  --supergraph FILE --open [--port 4000]: over any supergraph, without identity, agreements and log
                  / sobre cualquier supergrafo, sin identidad, convenios ni bitácora
  node            a State's node, set up by its environment / el nodo de un Estado, según su entorno [--seed]
  node check      counts what of its database does not fit / cuenta lo que en su base no se ajusta
  seed            fills the States' databases with demo data / llena las bases de los Estados con datos de demostración
                  [--scale 1] [--state GT] [--seed 2007] [--data .istmo] [--database-url URL]
  region-init     makes keys, passwords and the register of a region in containers / crea llaves, contraseñas y registro
                  --data FOLDER --identity URL --log URL --node GT=URL … --database GT=URL …
  audit verify    proves that a log is whole / comprueba que una bitácora está íntegra [--log URL] [--key KEY] [--json]
                  [--from SIZE] [--against FILE] [--seal-keys FOLDER]: opens what is sealed, shows none / abre lo sellado, sin mostrarlo
  audit reconcile compares a gateway's log with a node's / compara la bitácora de una pasarela con la de un nodo
                  --state GT [--log URL] [--node-log URL] [--since TIME|2d] [--every 1h] [--status FILE] [--metrics FILE]
                  exit code / código de salida: 0 the same, 1 not, 2 not compared
  audit rebuild-tiles  makes a log's tiles anew / hace de nuevo los mosaicos de una bitácora  [--log URL] [--key KEY]
  audit export    prints entries as NDJSON or CSV, with their receipts / muestra asientos en NDJSON o CSV, con sus recibos
                  [--format csv] [--receipts FOLDER] [--log URL] [--agency ID] [--record ID] [--from TIME] …
  audit unseal    shows two auditors what was asked / muestra a dos auditores lo que se preguntó
                  ENTRY --token FILE --token FILE [--gateway URL]
  audit witness   has a witness cosign a log / hace que un testigo refrende una bitácora  URL --key KEY [--log URL]
  audit retain    archives closed months and destroys expired keys / archiva meses cerrados y destruye llaves vencidas
                  --out FOLDER [--before MONTH] [--destroy-keys-before MONTH --token FILE --token FILE]
  audit check     proves by a receipt alone that an entry is in a log / comprueba con solo un recibo que un asiento consta
                  RECEIPT [--key KEY]
  policy decide   decides worked cases, and compares / decide casos resueltos y compara
                  CASES.json [--node]: by nodes, over HTTP / con nodos, por HTTP
  policy explain  says why a field is shown, masked or withheld / dice por qué un campo se muestra, se enmascara o no
                  --state GT --agency US-ATF --role tracer --purpose FIREARM_TRACING --coordinate Firearm.make
                  [--case C] [--by FIELD] [--at DATE] [--record ID|FILE] [--json]; --state GT --matrix
  policy diff     says who gains and loses what / dice quién gana y quién pierde qué  OLD NEW [--json]
  policy test     holds agreements against what the State expects / coteja los convenios con lo que el Estado espera  FILE
  agreement draft  writes an agreement by a template / redacta un convenio según una plantilla
                  --template firearm-tracing --grantor GT --grantee US-ATF [--language es] [--out FILE]
  agreement sign, countersign, publish, revoke
                  puts agreements in force with two signatures / pone en vigor convenios con dos firmas
  agreement history  what was in force when / qué estuvo vigente y cuándo  --state GT [--at MOMENT | --digest DIGEST] [--json]
  release list, show, propose, approve, refuse
                  decides requests for release, by two officers / decide solicitudes de entrega, entre dos personas
                  --state HN | ID --record RECORD --until DATE --basis TEXT | --proposal DIGEST | --reason TEXT  --as CLIENT
  compose         composes schema/supergraph.graphql / compone schema/supergraph.graphql
  docs            writes the pages of docs/ that are made from code / escribe las páginas de docs/ que salen del código
  demo-identity   the demo's OpenID provider / el proveedor OpenID de demostración --data FOLDER
`;

type Command = (args: readonly string[]) => Promise<number | undefined> | Promise<void>;

/** Commands load what they need when they are called: starting must be quick. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  region: async () => (await import('./region.js')).region,
  demo: async () => (await import('./demo.js')).demo,
  query: async () => (await import('./query.js')).query,
  token: async () => (await import('./token.js')).token,
  gateway: async () => (await import('./gateway.js')).gateway,
  node: async () => (await import('./node.js')).node,
  seed: async () => (await import('./seed.js')).seed,
  'region-init': async () => (await import('./region-init.js')).regionInit,
  compose: async () => (await import('./compose.js')).compose,
  docs: async () => (await import('./docs.js')).docs,
  agreement: async () => (await import('./agreement.js')).agreement,
  audit: async () => (await import('./audit/main.js')).audit,
  release: async () => (await import('./release.js')).release,
  policy: async () => (await import('./policy/main.js')).policy,
  'demo-identity': async () => (await import('./demo-identity.js')).demoIdentity,
};

async function run([name = '--help', ...args]: readonly string[]): Promise<number | undefined> {
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(help);
    return 0;
  }
  const command = await commands[name]?.();
  if (command !== undefined) return (await command(args)) ?? undefined;
  console.error(`istmo: no command ${name} / no hay comando ${name}\n\n${help}`);
  return 2;
}

// before a command loads it: graphql-js checks more, for each value, where it is not told so
process.env['NODE_ENV'] ??= 'production';

// whoever reads the output may stop reading: that is no fault
process.stdout.on('error', () => process.exit(0));

run(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`istmo: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
