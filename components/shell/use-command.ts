'use client';
import { useState } from 'react';
import { commandIds, type SendCommand } from './command-ids';

/** Sends the commands of one place of a page. */
export function useCommand(): SendCommand {
  const [send] = useState(commandIds);
  return send;
}
