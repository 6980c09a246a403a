'use client';
import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core';

export function ModalInner(props: ModalProps) {
  return <Modal {...props} />;
}

export function DrawerInner(props: DrawerProps) {
  return <Drawer {...props} />;
}
