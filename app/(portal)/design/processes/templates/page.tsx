import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TemplateGallery } from '@/components/template/template-gallery';
import { Page } from '@/components/ui/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('designer.templates'))('title') };
}

export default function TemplatesPage() {
  return (
    <Page>
      <TemplateGallery />
    </Page>
  );
}
