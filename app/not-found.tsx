import { NotFoundState } from '@/components/shell/not-found';

export default function NotFound() {
  return (
    <main>
      <NotFoundState />
    </main>
  );
}
