import type { Locale } from '@/lib/json';
import type { Messages } from '@/messages/namespaces';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
