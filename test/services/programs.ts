import type { ServiceKind } from './service-kind.js';

/** No server: a program that each test starts for itself. It is named as Debian names its package. */
function program(name: string, variable: string, file: string): ServiceKind {
  return {
    name,
    variable,
    programs: [file],
    folders: ['/usr/bin', '/usr/local/bin'],
    debianPackages: [file],
    start: (pathOf) => Promise.resolve(pathOf(file)),
  };
}

export const programs: readonly ServiceKind[] = [
  program('Chromium', 'CHROMIUM_PATH', 'chromium'),
  program('strace', 'STRACE_PATH', 'strace'),
  program('Python 3', 'PYTHON_PATH', 'python3'),
  program('OpenSSL', 'OPENSSL_PATH', 'openssl'),
];
