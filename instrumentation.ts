/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { boot } = await import('./server/boot');
  try {
    await boot();
  } catch {
    // Next would go on serving without a database; the reason is in the log.
    process.exit(1);
  }
}
