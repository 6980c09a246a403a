import type { LocalText } from '@/lib/json';
import type { PersonView, Seal } from '@/server/instance/views';

export type FoundRequest = {
  id: string;
  number: string;
  title: string;
  seal: Seal;
  processName: LocalText;
  applicant: PersonView;
};

/** Something that can be started or designed. */
export type FoundModel = { id: string; name: LocalText; icon: string };

export type FoundPerson = { id: string; name: LocalText; detail: LocalText | null; email: string | null };

/** Everything that the words lead to and this person may know; each list is short. */
export type Found = {
  requests: readonly FoundRequest[];
  people: readonly FoundPerson[];
  /** What the person may start. */
  startable: readonly FoundModel[];
  /** Only for designers. */
  forms: readonly FoundModel[];
  processes: readonly FoundModel[];
};
