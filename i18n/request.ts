import { getRequestConfig } from 'next-intl/server';
import { currentRequest } from '@/server/auth/request';
import { catalog } from '@/server/i18n/catalog';

/** Language, zone and time of a request; there is no language in the address. */
export default getRequestConfig(async ({ locale: asked }) => {
  const request = await currentRequest();
  const locale = asked ?? request.locale;
  return { locale, messages: await catalog(locale), timeZone: request.timeZone, now: request.now() };
});
