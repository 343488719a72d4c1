import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { canInstall } from '../services/install-debian.js';
import { provideServices, serviceKinds, whatIsMissing } from '../services/provide.js';
import { runChecks } from './checks.js';
import { createCleanup } from './cleanup.js';
import { type Project, runProject } from './jest.js';
import { lastLine, resultTable, type StepResult } from './result.js';

/**
 * Runs what is asked for (`checks`, `unit`, `conformance`, `integration`, `browser`; all of these where nothing is; `long`, which takes
 * minutes, only where it is named) and says how it went.
 * `--also-on PATH` names another Node, that of the containers, on which the unit tests and those of the containers run once
 * more; `--only TEXT` picks test files by their paths.
 */
const { positionals, values } = readArguments();
const cleanup = createCleanup();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void cleanup.run().then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  });
try {
  process.exitCode = await run(positionals, values['also-on']);
} finally {
  await cleanup.run();
}

async function run(asked: readonly string[], otherNode: string | undefined): Promise<number> {
  const wants = (step: string): boolean => asked.length === 0 || asked.includes(step);
  const served: readonly Project[] = [
    ...(['integration', 'browser'] as const).filter(wants),
    ...(['long'] as const).filter((step) => asked.includes(step)),
  ];
  const missing = served.length > 0 && whatIsMissing(serviceKinds, process.env, canInstall());
  if (typeof missing === 'string') {
    say(missing);
    return 1;
  }
  const [checks, services] = await Promise.all([
    wants('checks') ? runChecks(process.env, cleanup) : [],
    served.length > 0 ? startServices() : undefined,
  ]);
  for (const { name, failed, output } of checks) if (failed > 0) say(`\n--- ${name}\n${output.trim()}`);
  const results = [...checks, ...(services === undefined ? [] : [services.result])];
  if (wants('unit')) results.push(await runProject('unit', process.env, cleanup, { only: values.only }));
  if (otherNode !== undefined) results.push(await runOn(otherNode, 'unit'));
  if (wants('conformance')) results.push(await runProject('conformance', process.env, cleanup));
  for (const project of served) results.push(await runServed(project, services?.variables));
  if (otherNode !== undefined && served.includes('integration'))
    results.push(await runOn(otherNode, 'integration', 'containers'));
  say(`\n${resultTable(results)}\n\n${lastLine(results)}`);
  return results.every(({ failed }) => failed === 0) ? 0 : 1;
}

interface Services {
  readonly result: StepResult;
  /** Absent where they could not be had. */
  readonly variables: Readonly<Record<string, string>> | undefined;
}

async function startServices(): Promise<Services> {
  const started = performance.now();
  const step = (failed: number): StepResult => ({
    name: 'test services',
    ms: performance.now() - started,
    passed: 1 - failed,
    failed,
    skipped: 0,
    output: '',
  });
  try {
    const variables = await provideServices(process.env, say, cleanup);
    return { variables, result: step(0) };
  } catch (error) {
    say(`\n--- test services\n${error instanceof Error ? error.message : String(error)}`);
    return { variables: undefined, result: step(1) };
  }
}

/** Tests that need a service are not run without it, and that is a failure. */
async function runServed(project: Project, variables: Services['variables']): Promise<StepResult> {
  if (variables !== undefined)
    return runProject(project, { ...process.env, ...variables }, cleanup, { only: values.only });
  return { name: `${project} tests`, ms: 0, passed: 0, failed: 1, skipped: 0, output: '' };
}

/** Runs tests once more, on another Node. */
async function runOn(node: string, project: Project, only?: string): Promise<StepResult> {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const result = await runProject(project, process.env, cleanup, { node, only });
  return { ...result, name: `${only ?? project} tests, Node ${version}` };
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { 'also-on': { type: 'string' }, only: { type: 'string' } },
    });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    say(
      'npm test -- [checks | unit | conformance | integration | browser | long] [--only TEXT] [--also-on NODE]',
    );
    process.exit(2);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
