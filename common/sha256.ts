import { hash } from 'node:crypto';

/** SHA-256 as base64url, as digests stand in tokens and are compared. */
export function sha256(data: string | Buffer): string {
  return hash('sha256', data, 'base64url');
}
