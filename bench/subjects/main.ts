import { answerCalls } from '../processes/calls.js';
import { type ProfileKind, sample, type SampleRequest, startProfile, stopProfile } from './meter.js';
import { startByHand } from './by-hand.js';
import type { StartSubject, SubjectName, SubjectSetup } from './subject.js';

/** What the process of a subject answers. */
export type SubjectCalls = typeof calls;

/** Each process loads only what it measures. */
const starters: Readonly<Record<SubjectName, StartSubject>> = {
  'by-hand': (setup) => startByHand(setup, true),
  'by-hand-nodes-only': (setup) => startByHand(setup, false),
  floor: async (setup) => (await import('./floor.js')).startFloor(setup, false),
  'floor-proved': async (setup) => (await import('./floor.js')).startFloor(setup, true),
  istmo: startIstmo,
  'istmo-without-identity': startIstmo,
  'istmo-without-access': startIstmo,
  'istmo-without-assertions': startIstmo,
  'istmo-without-log': startIstmo,
  'apollo-gateway': async (setup) => (await import('./apollo.js')).startApollo(setup),
  'apollo-gateway-routed': async (setup) => (await import('./apollo.js')).startApolloRouted(setup),
  'hive-js': async (setup) => (await import('./hive.js')).startHive(setup, 'js'),
  'hive-rust': async (setup) => (await import('./hive.js')).startHive(setup, 'rust'),
};

const calls = {
  start: (setup: SubjectSetup) => starters[setup.subject](setup),
  sample: (request: SampleRequest) => sample(request),
  startProfile: (kind: ProfileKind) => startProfile(kind),
  stopProfile: (kind: ProfileKind) => stopProfile(kind),
};

async function startIstmo(setup: SubjectSetup): Promise<string> {
  return (await import('./istmo.js')).startIstmo(setup);
}

answerCalls(calls);
