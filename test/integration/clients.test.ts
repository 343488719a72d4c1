import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { fromRoot } from '../../common/root.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

const run = promisify(execFile);
const page = fromRoot('docs', 'clients.md');

/** The blocks of code of the page, in a language. */
async function blocks(language: string): Promise<readonly string[]> {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(new RegExp('```' + language + '\n(.*?)```', 'gsu'))].map(([, code = '']) => code);
}

/** What TypeScript says of a program that stands beside the page, under the project's own options. */
function problemsOf(code: string): readonly string[] {
  const file = fromRoot('docs', 'client.ts');
  const { config } = ts.readConfigFile(fromRoot('tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: Record<string, unknown> };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, fromRoot('.'));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile: readText } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? code : readText(path));
  const program = ts.createProgram([file], { ...options, noEmit: true }, host);
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

let region: TestRegion;
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  region = await startTestRegion({ states: ['SV', 'US'] });
  folder = await mkdtemp(join(tmpdir(), 'istmo-client-'));
  env = { ...process.env, ISTMO_URL: region.gatewayUrl, ISTMO_TOKEN: await region.token('us-atf-tracer') };
});
afterAll(async () => {
  await region.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the clients of docs/clients.md', () => {
  it('ask by curl, and are answered', async () => {
    const [, curl = ''] = await blocks('sh');
    const { stdout } = await run('sh', ['-c', curl], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      data: {
        firearmTraces: [
          { state: 'SV', hit: 'HIT', records: [{ status: 'SEIZED' }] },
          { state: 'US', hit: 'HIT', records: [{ status: 'TRAFFICKED' }] },
        ],
      },
    });
  });

  it('ask in TypeScript, fit their types, and say what each State answered and what it withholds', async () => {
    const [code = ''] = await blocks('ts');
    expect(problemsOf(code)).toEqual([]);
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    const file = join(folder, 'client.mjs');
    await writeFile(file, outputText);
    const { stdout, stderr } = await run(process.execPath, [file], { env });
    const lines = stdout.trimEnd().split('\n');
    expect([stderr, lines.slice(0, 2)]).toEqual([
      '',
      [
        expect.stringMatching(/^SV HIT \[ 'SV:Firearm:\S+ 17 SEIZED' \]$/u),
        expect.stringMatching(/^US HIT \[ 'US:Firearm:\S+ 17 TRAFFICKED' \]$/u),
      ],
    ]);
  });
});
