import { createProgress } from './report/progress.js';
import { parseOptions, usage } from './options.js';
import { run } from './run.js';

/** `npm run bench`: see `usage`. */
try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(usage);
  else await run(options, createProgress(process.stderr));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
