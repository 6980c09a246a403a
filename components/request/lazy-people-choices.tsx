'use client';

import dynamic from 'next/dynamic';
import { LinesSkeleton } from '@/components/ui/skeletons';

/** The pickers come only with requests where somebody has to be chosen. */
export const PeopleChoices = dynamic(() => import('./people-choices').then((module) => module.PeopleChoices), {
  ssr: false,
  loading: () => <LinesSkeleton lines={1} />,
});
