/** A log that is not there or cannot be read: which says nothing of what is in it. */
export class LogNotReadError extends Error {
  override readonly name = 'LogNotReadError';
}

/** There is no log at this address: neither an empty one nor any other. @param url - its password is not repeated */
export function noLogAt(url: string): LogNotReadError {
  const place = withoutPassword(url);
  return new LogNotReadError(`no log at ${place} / no hay bitácora en ${place}`);
}

/** As {@link noLogAt}, where it may be there. */
export function logNotRead(url: string, cause: unknown): LogNotReadError {
  const place = withoutPassword(url);
  const { message, code } = cause as { readonly message?: string; readonly code?: string };
  // where several addresses refuse, Node gives no message
  const why = message === undefined || message === '' ? String(code) : message;
  return new LogNotReadError(
    `the log at ${place} cannot be read / no se puede leer la bitácora en ${place}: ${why}`,
    { cause },
  );
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return url.replace(/:[^:@/]*@/u, '@');
  const shown = new URL(url);
  shown.password = '';
  shown.searchParams.delete('password');
  return shown.href;
}
