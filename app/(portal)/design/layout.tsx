import type { ReactNode } from 'react';
import { StudioMessages } from '@/components/shell/studio-messages';

export default function DesignLayout({ children }: { children: ReactNode }) {
  return <StudioMessages>{children}</StudioMessages>;
}
