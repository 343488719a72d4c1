import * as z from 'zod/mini';

const claimsSchema = z.object({ sub: z.optional(z.string()), exp: z.optional(z.number()) });

/** What a token says of itself; unverified, for the person to see that it is the right one. */
export interface TokenClaims {
  readonly subject?: string;
  readonly expiresAt?: Date;
}

/** @returns undefined where `token` is not a JWT that can be read */
export function readToken(token: string): TokenClaims | undefined {
  const payload = token.trim().split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const base64 = payload.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const { sub, exp } = z.parse(claimsSchema, JSON.parse(new TextDecoder().decode(bytes)));
    return {
      ...(sub !== undefined && { subject: sub }),
      ...(exp !== undefined && { expiresAt: new Date(exp * 1000) }),
    };
  } catch {
    return undefined;
  }
}
