import { Session } from 'node:inspector/promises';

/** The portal's own code, wherever it runs from; the database's client and Node itself change with their versions. */
const OWN = /\/(server|forms|lib)\//;

/**
 * How often functions of the portal's own code are called while `act` runs: what stands for its CPU where time may not be measured.
 * V8 counts every call while precise coverage is on, so the same work has the same count on every machine.
 */
export async function functionCalls(act: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await act();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    await session.post('Profiler.stopPreciseCoverage');
    return result
      .filter(({ url }) => OWN.test(url) && !url.includes('node_modules'))
      .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]?.count ?? 0))
      .reduce((sum, count) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
