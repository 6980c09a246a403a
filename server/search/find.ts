import { z } from 'zod';
import { can } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { listForms } from '@/server/form/list';
import { launchable } from '@/server/instance/launchable';
import { listProcesses } from '@/server/process/list';
import { findPeople } from './find-people';
import { findRequests } from './find-requests';
import type { Found, FoundModel } from './found';
import { searchInput } from '@/server/input';

export const FindInput = z.strictObject({ text: searchInput, limit: z.int().min(1).max(20).default(6) });
export type FindInput = z.infer<typeof FindInput>;

/** The search of the whole portal: each kind by its own verb, so that nobody finds what he or she may not open. */
export async function find(ctx: Ctx, { text, limit }: FindInput): Promise<Found> {
  if (text === '') return { requests: [], people: [], startable: [], forms: [], processes: [] };
  const [requests, people, starts, forms, processes] = await Promise.all([
    findRequests(ctx, text, limit),
    findPeople(ctx, text, limit),
    launchable(ctx, { text }),
    can(ctx, 'form.design') ? listForms(ctx, { text, limit, retired: false }) : { items: [] },
    can(ctx, 'process.design') ? listProcesses(ctx, { text, retired: false }) : [],
  ]);
  return {
    requests,
    people,
    startable: starts.categories
      .flatMap((category) => category.processes)
      .slice(0, limit)
      .map(toModel),
    forms: forms.items.map(({ id, name }) => ({ id, name, icon: 'form' })),
    processes: processes.slice(0, limit).map(toModel),
  };
}

// helpers //////////////////////

function toModel({ id, name, icon }: FoundModel): FoundModel {
  return { id, name, icon };
}
