/**
 * Keeps a server until the process is told to stop, or the one that started it is gone; then closes it. The one that
 * started it is told that it answers now.
 */
export function untilStopped(server: { close(): Promise<void> }): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (process.env['ISTMO_STOP_WITH_PARENT'] !== '1') return;
  // it may have gone while this server was starting, and nothing says so again
  if (!process.connected) {
    stop();
    return;
  }
  process.once('disconnect', stop);
  // it may be gone, and this process not know it yet
  process.send?.('ready', undefined, undefined, (error: Error | null) => {
    if (error !== null) stop();
  });
}
