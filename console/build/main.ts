import { fromRoot } from '../../common/root.js';
import { buildPage } from './build-page.js';

/** Builds the console's page into `dist/console/page`, where it is not there yet as the sources have it. */
const started = performance.now();
const built = await buildPage({
  sources: fromRoot('console'),
  lockFile: fromRoot('package-lock.json'),
  into: fromRoot('dist', 'console', 'page'),
});
if (built) process.stdout.write(`console: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
