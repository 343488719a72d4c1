/** Where a subject finds the States, and what it is set up by. */
export interface SubjectSetup {
  readonly subject: SubjectName;
  readonly nodes: readonly { readonly code: string; readonly url: string }[];
  /** Of the directory of States, for programs that ask it over HTTP. */
  readonly directoryUrl: string;
  readonly regionFile: string;
  readonly signingKeyFile: string;
  readonly logKeyFile: string;
  readonly logUrl: string;
}

/** Starts what is measured. @returns URL of its GraphQL */
export type StartSubject = (setup: SubjectSetup) => Promise<string>;

/** What is measured, in the order of the table. */
export const subjectNames = [
  'by-hand',
  'by-hand-nodes-only',
  'floor',
  'floor-proved',
  'istmo',
  'istmo-without-identity',
  'istmo-without-access',
  'istmo-without-assertions',
  'istmo-without-log',
  'apollo-gateway',
  'apollo-gateway-routed',
  'hive-js',
  'hive-rust',
] as const;

export type SubjectName = (typeof subjectNames)[number];

/** What each is, in a line of the table. */
export const subjectTitles: Readonly<Record<SubjectName, string>> = {
  'by-hand': 'scatter-gather by hand, 9 + 1 calls',
  'by-hand-nodes-only': 'scatter-gather by hand, 9 calls',
  floor: 'the same 9 calls on Apollo Server and Fastify',
  'floor-proved': 'the same, one signature, one entry in the log',
  istmo: 'Istmo, all four on',
  'istmo-without-identity': 'Istmo without identity',
  'istmo-without-access': 'Istmo without access',
  'istmo-without-assertions': 'Istmo without assertions',
  'istmo-without-log': 'Istmo without the log',
  'apollo-gateway': '@apollo/gateway as it comes, none of the four',
  'apollo-gateway-routed': '@apollo/gateway, routed by owner, none of the four',
  'hive-js': 'Hive Gateway, JavaScript, none of the four',
  'hive-rust': 'Hive Gateway, Rust planner, none of the four',
};

/** Of a gateway's Node: as docker-compose.yml starts it, which says why. */
const gatewaySwitches = [
  '--max-semi-space-size=64',
  '--heap-growing-percent=100',
  '--no-memory-reducer',
  '--no-allocation-site-pretenuring',
];

/** Switches of Node's: Istmo's, and the floor's beneath it, are those of its gateway in docker-compose.yml. */
export function nodeOptionsOf(subject: SubjectName): readonly string[] {
  return subject.startsWith('istmo') || subject.startsWith('floor') ? gatewaySwitches : [];
}

/** Whether it is asked over ordinary subgraphs, one a State. */
export function isOrdinary(subject: SubjectName): boolean {
  return subject === 'apollo-gateway' || needsPeers(subject);
}

/** Whether it is made of the packages of `bench/package.json`. */
export function needsPeers(subject: SubjectName): boolean {
  return subject === 'hive-js' || subject === 'hive-rust';
}

/** Whether it plans nothing, since it knows the questions. */
export function isByHand(subject: SubjectName): boolean {
  return subject.startsWith('by-hand') || subject.startsWith('floor');
}
