'use client';
import { Modal, type ModalProps } from '@mantine/core';

export function ModalInner(props: ModalProps) {
  return <Modal {...props} />;
}
