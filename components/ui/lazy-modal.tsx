'use client';
import type { ModalProps } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';

const Modal = dynamic(() => import('./modal-inner').then((module) => module.ModalInner), { ssr: false });

/** The kit's Modal, loaded (25 KB) when it opens for the first time. */
export function LazyModal(props: ModalProps) {
  return useWanted(props.opened) ? <Modal {...props} /> : null;
}

/** True from the first opening on, so that closing may still fade. */
function useWanted(opened: boolean): boolean {
  const [wanted, setWanted] = useState(opened);
  if (opened && !wanted) setWanted(true);
  return wanted || opened;
}
