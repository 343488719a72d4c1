import type { ServiceKind } from './service-kind.js';

/** Go, and the library by which it verifies its own checksum database: a verifier of logs that others wrote. */
export const go: ServiceKind = {
  name: 'Go with golang.org/x/mod',
  variable: 'GO_PATH',
  // the second is a folder of sources
  programs: ['go', 'tlog'],
  folders: ['/usr/bin', '/usr/local/go/bin', '/usr/share/gocode/src/golang.org/x/mod/sumdb'],
  debianPackages: ['golang-go', 'golang-golang-x-mod-dev'],
  start: (pathOf) => Promise.resolve(pathOf('go')),
};
