import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry } from '../../../audit/entry.js';
import { createNoteSigner } from '../../../audit/note.js';
import { newEd25519Key } from '../../../common/keys.js';

export function makeEntry(id: string, records: readonly string[] = [`GT:Firearm:${id}`]): AuditEntry {
  return {
    specversion: '1.0',
    id,
    source: '/gateways/test',
    type: 'org.istmo.access.v1',
    time: '2026-11-23T00:00:00.000Z',
    datacontenttype: 'application/json',
    data: {
      requestId: id,
      states: [
        {
          code: 'GT',
          status: 'ANSWERED',
          agreements: ['A'],
          legalBasis: ['L'],
          records: { Firearm: records },
          shown: ['Firearm.make'],
          withheld: [],
        },
      ],
      outcome: { result: 'ANSWERED' },
    },
  };
}

export function makeSigner(name = 'istmo.example/log/test') {
  return createNoteSigner(name, newEd25519Key());
}

export function temporaryFile(name: string): string {
  return join(mkdtempSync(join(tmpdir(), 'istmo-audit-')), name);
}
