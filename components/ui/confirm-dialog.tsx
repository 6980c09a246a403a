'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';

const ConfirmModal = dynamic(() => import('./confirm-modal').then((module) => module.ConfirmModal));

export type ConfirmProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and to whom. */
  children?: ReactNode;
  /** Says what the button does: "Terminate", never "OK". */
  confirmLabel: string;
  /** `final` fills the button red: where a decision cannot be taken back. */
  tone?: 'plain' | 'danger' | 'final';
  reason?: 'none' | 'optional' | 'required';
  reasonLabel?: string;
  /** To be typed before a deed that destroys something. */
  typed?: string;
  isPending?: boolean;
  onConfirm: (reason: string) => void;
};

/** Asks once more before what cannot simply be undone. Its code comes with the first question: fields cost every list 4 KB. */
export function ConfirmDialog(props: ConfirmProps) {
  const [used, setUsed] = useState(props.opened);
  if (props.opened && !used) setUsed(true);
  return used ? <ConfirmModal {...props} /> : null;
}
