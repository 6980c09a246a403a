import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { contextOf } from './current-context';

/** The context of the request that a server component renders for; read once per request. */
export const currentRequest = cache(async () => contextOf(await headers()));
