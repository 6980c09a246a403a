'use client';
import type { ModalProps } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useWanted } from './use-wanted';

const Modal = dynamic(() => import('./modal-inner').then((module) => module.ModalInner), { ssr: false });

/** The kit's Modal, loaded (25 KB) when it opens for the first time. */
export function LazyModal(props: ModalProps) {
  return useWanted(props.opened) ? <Modal {...props} /> : null;
}
