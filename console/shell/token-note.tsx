import type { ReactNode } from 'react';
import { useSession, useText } from '../session.js';
import { texts } from '../texts.js';
import { readToken } from '../token.js';

/** Whose token was filled in and until when it is valid; and how to get one of an officer of the demo. */
export function TokenNote({ officer }: { readonly officer: string }): ReactNode {
  const { declaration } = useSession();
  const text = useText();
  return (
    <p className="token-note">
      {declaration.token.trim() !== '' && <TokenClaims token={declaration.token} />}
      <span>
        {text(texts.tokenHint)} <code>npx istmo token {officer}</code>
      </span>
    </p>
  );
}

function TokenClaims({ token }: { readonly token: string }): ReactNode {
  const { language } = useSession();
  const text = useText();
  const claims = readToken(token);
  if (claims === undefined) return <span className="failed">{text(texts.tokenUnreadable)}</span>;
  const { subject, expiresAt } = claims;
  const expired = expiresAt !== undefined && expiresAt.getTime() <= Date.now();
  return (
    <span className={expired ? 'failed' : 'good'}>
      {subject !== undefined && `${text(texts.tokenOf)} ${subject}`}
      {expiresAt !== undefined &&
        ` · ${text(expired ? texts.tokenExpired : texts.tokenUntil)} ${expiresAt.toLocaleTimeString(language)}`}
    </span>
  );
}
