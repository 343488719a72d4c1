import { resolve } from 'node:path';
import { request } from 'undici';
import { type DataFolder, prepareDataFolder } from './data-folder.js';
import { holdFolder } from './hold-folder.js';
import { demoStates } from './demo-region.js';
import { freePorts, isFree } from './ports.js';
import type { Child } from './child.js';
import { startGatewayProcess, startIdentity, startNodeProcess } from './processes.js';
import { startSeeding } from './seeding.js';
import { signDemoAgreements } from './sign-agreements.js';
import { demoToken } from './token.js';

/** A region on one machine: an identity provider, a node a State, a gateway, each a process of its own. */
export interface RunningRegion {
  readonly gatewayUrl: string;
  readonly identityUrl: string;
  readonly states: readonly string[];
  readonly folder: DataFolder;
  nodeUrl(code: string): string;
  /** Process ids by name. */
  readonly processes: ReadonlyMap<string, number | undefined>;
  token(clientId: string): Promise<string>;
  stopNode(code: string): Promise<void>;
  stop(): Promise<void>;
}

export interface RegionOptions {
  /** Where it keeps its keys, databases and logs. */
  readonly data: string;
  /** The gateway's; the nodes' follow it, the identity provider's is ten further on. Undefined: any that are free. */
  readonly port: number | undefined;
  readonly states?: readonly string[];
  /** Environment of the gateway, on top of what it needs. */
  readonly gatewayEnv?: Readonly<Record<string, string>>;
  /** Environment of a State's node, on top of what it needs. */
  readonly nodeEnv?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `ISTMO_DATABASE_URL` of a State's node, where it is not the seeded SQLite file. */
  readonly databaseUrls?: Readonly<Record<string, string>>;
  /** Told of what happens while it runs. */
  readonly onEvent?: (event: RegionEvent) => void;
}

export type RegionEvent = { readonly kind: 'ready' | 'died'; readonly name: string };

/** Where the processes listen, on 127.0.0.1. */
interface RegionPorts {
  readonly gateway: number;
  readonly identity: number;
  readonly nodes: Readonly<Record<string, number>>;
}

/** A port is taken. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly port: number;

  constructor(port: number) {
    super(`port ${String(port)} is in use`);
    this.port = port;
  }
}

/**
 * Starts a region.
 *
 * @throws PortTakenError, FolderTakenError, or Error with what a process said before it died; nothing is left running then
 */
export async function startRegion(options: RegionOptions): Promise<RunningRegion> {
  const states = options.states ?? demoStates.map(({ code }) => code);
  const ports = await choosePorts(options.port, states);
  const giveBack = holdFolder(resolve(options.data));
  const folder = prepareDataFolder(resolve(options.data), {
    gateway: local(ports.gateway),
    identity: local(ports.identity),
    nodes: Object.fromEntries(states.map((code) => [code, local(ports.nodes[code] ?? 0)])),
  });
  await signDemoAgreements(folder).catch((error: unknown) => {
    giveBack();
    throw error;
  });
  const seeding = startSeeding(
    folder,
    states.filter((code) => options.databaseUrls?.[code] === undefined),
  );
  const nodes = new Map<string, Child>();
  const children = [startIdentity(folder), startGatewayProcess(folder, ports.gateway, options.gatewayEnv)];
  const stop = async (): Promise<void> => {
    await Promise.all([seeding, ...children].map((child) => child.stop()));
    giveBack();
  };
  const untilReady = async (child: Child): Promise<void> => {
    await child.ready();
    options.onEvent?.({ kind: 'ready', name: child.name });
  };
  const startNode = async (code: string): Promise<void> => {
    await seeding.filled(code);
    const { databaseUrls, nodeEnv } = options;
    const port = ports.nodes[code] ?? 0;
    const node = startNodeProcess(folder, code, port, databaseUrls?.[code], nodeEnv?.[code]);
    nodes.set(code, node);
    children.push(node);
    await untilReady(node);
  };
  try {
    await Promise.all([...children.map(untilReady), ...states.map(startNode)]);
    await untilStatesUp(`${local(ports.gateway)}/health`);
  } catch (error) {
    await stop();
    throw error;
  }
  for (const child of children) child.onDeath(() => options.onEvent?.({ kind: 'died', name: child.name }));
  return {
    gatewayUrl: local(ports.gateway),
    identityUrl: local(ports.identity),
    states,
    folder,
    nodeUrl: (code) => local(ports.nodes[code] ?? 0),
    processes: new Map(children.map(({ name, pid }) => [name, pid])),
    token: (clientId) => demoToken(folder, clientId),
    stopNode: async (code) => nodes.get(code)?.stop(),
    stop,
  };
}

async function choosePorts(first: number | undefined, states: readonly string[]): Promise<RegionPorts> {
  const count = states.length + 2;
  const chosen =
    first === undefined
      ? await freePorts(count)
      : [first, first + 10, ...states.map((_, index) => first + 1 + index)];
  if (first !== undefined)
    for (const port of chosen) if (!(await isFree(port))) throw new PortTakenError(port);
  const [gateway = 0, identity = 0, ...rest] = chosen;
  return {
    gateway,
    identity,
    nodes: Object.fromEntries(states.map((code, index) => [code, rest[index] ?? 0])),
  };
}

/** The gateway has found every node. */
async function untilStatesUp(healthUrl: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await request(healthUrl);
    const { states } = (await body.json()) as { readonly states: Readonly<Record<string, string>> };
    if (Object.values(states).every((status) => status === 'UP')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('gateway: it does not find every node');
}

function local(port: number): string {
  return `http://127.0.0.1:${String(port)}`;
}
