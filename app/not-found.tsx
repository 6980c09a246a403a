import { BrandSeal } from '@/components/shell/brand';
import { NotFoundState } from '@/components/shell/not-found';
import classes from '@/components/shell/not-found.module.css';

export default function NotFound() {
  return (
    <main className={classes.alone}>
      <BrandSeal large />
      <NotFoundState isAlone />
    </main>
  );
}
