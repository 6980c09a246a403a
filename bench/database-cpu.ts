import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK_MS = 10;

/** CPU that the server's processes of this data folder have used so far; null where the system does not tell (only Linux has /proc). */
export function databaseCpu(place: string): { databaseCpuMs(): number | null } {
  const postmaster = readFileSync(join(place, 'data', 'postmaster.pid'), 'utf8').split('\n')[0];
  return {
    databaseCpuMs() {
      if (process.platform !== 'linux') return null;
      const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
      return processes.reduce((sum, pid) => sum + cpuOf(pid, postmaster), 0);
    },
  };
}

// helpers //////////////////////

function cpuOf(pid: string, parent: string | undefined): number {
  const [ppid, user, system] = statOf(pid);
  return ppid === parent ? (Number(user) + Number(system)) * TICK_MS : 0;
}

/** Fields 4, 14 and 15 of /proc/<pid>/stat; the name before them may hold anything but its own closing bracket. */
function statOf(pid: string): (string | undefined)[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return [fields[1], fields[11], fields[12]];
  } catch {
    return [];
  }
}
