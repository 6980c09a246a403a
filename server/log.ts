import { pino } from 'pino';
import { nodeName } from './node-name';

/** One JSON object a line: user text is escaped, so nobody can forge an entry. Secrets are cut out by name. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: { node: nodeName() },
  redact: {
    paths: [
      'password',
      'current',
      'next',
      'secret',
      'token',
      'authorization',
      'cookie',
      '*.password',
      '*.secret',
      '*.token',
      '*.authorization',
      '*.cookie',
      '*.*.authorization',
      '*.*.password',
    ],
    censor: '[cut]',
  },
  timestamp: pino.stdTimeFunctions.isoTime,
});
