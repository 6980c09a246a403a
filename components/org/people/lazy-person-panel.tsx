'use client';
import dynamic from 'next/dynamic';
import { CardSkeleton } from '@/components/ui/skeletons';

/** A list opens without the code of what stands beside it. */
export const PersonPanel = dynamic(() => import('./person-panel').then((module) => module.PersonPanel), {
  ssr: false,
  loading: () => <CardSkeleton lines={6} />,
});
