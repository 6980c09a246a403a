'use client';
import dynamic from 'next/dynamic';

/** Three dots with the rarer actions behind them; only pages that have some load the code. */
export const MoreMenu = dynamic(() => import('./more-menu'));
