import { useTranslations } from 'next-intl';
import classes from './brand.module.css';

/** The brand's seal: 朱批, carved upright. */
export function BrandSeal({ large = false }: { large?: boolean }) {
  const t = useTranslations('common');
  return (
    <b className={large ? classes.large : classes.seal} role="img" aria-label={t('brand')} lang="zh">
      朱批
    </b>
  );
}
