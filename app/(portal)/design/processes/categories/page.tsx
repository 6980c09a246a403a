import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CategoryPage } from '@/components/flow-designer/categories/category-page';
import { Page } from '@/components/ui/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('designer.categories'))('title') };
}

export default function CategoriesPage() {
  return (
    <Page>
      <CategoryPage />
    </Page>
  );
}
