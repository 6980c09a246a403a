import { notFound } from 'next/navigation';
import { z } from 'zod';

const id = z.uuid();

/** The id in the address of a page; an address with none is that of no page. */
export async function idIn<K extends string>(params: Promise<Readonly<Record<K, string>>>, key: K): Promise<string> {
  const found = id.safeParse((await params)[key]);
  return found.success ? found.data : notFound();
}
