import { createProgress } from './report/progress.js';
import { parseOptions, usage } from './options.js';
import { run } from './run.js';

/** `npm run bench`: see `usage`. */
try {
  await bench(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function bench(args: readonly string[]): Promise<void> {
  if (args.join() === 'policy') {
    const { benchPolicy } = await import('./policy/main.js');
    process.stdout.write(`${(await benchPolicy()).join('\n')}\n`);
    return;
  }
  const options = parseOptions(args);
  if (options.help) process.stdout.write(usage);
  else await run(options, createProgress(process.stderr));
}
