import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** The pictures of the README, taken on the same server as the journeys: `npm run screenshots`. */
export default defineConfig(base, { testMatch: '**/*.shots.ts', retries: 0 });
