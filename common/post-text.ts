/** Milliseconds that whoever is sent a text has to answer. */
const patienceMs = 10_000;

/** Sends a text and gives what is answered. @throws Error where nobody answers in time */
export async function postText(
  url: string,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  return { status: answer.status, text: await answer.text() };
}
