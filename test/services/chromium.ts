import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ServiceKind } from './service-kind.js';

/** No server: a program that each test starts for itself. */
export const chromium: ServiceKind = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  programs: ['chromium'],
  folders: ['/usr/bin', '/usr/local/bin'],
  debianPackages: ['chromium'],
  start: async (pathOf) => {
    await promisify(execFile)(pathOf('chromium'), ['--version']);
    return pathOf('chromium');
  },
};
