'use client';
import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import { noticesWanted, subscribeWanted } from '@/components/ui/notices-wanted';

const NoticesHost = dynamic(() => import('./notices-host'), { ssr: false });

/** Most pages never show a toast: its code comes with the first one. */
export function Notices() {
  const wanted = useSyncExternalStore(subscribeWanted, noticesWanted, () => false);
  return wanted ? <NoticesHost /> : null;
}
