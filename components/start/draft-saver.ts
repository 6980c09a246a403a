import type { DocumentChoice } from '@/components/request/documents-edit';
import { Outbox } from '@/components/shell/outbox';
import { sameJson } from '@/forms/schema/same';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';

/** What a draft keeps. */
export type DraftContent = {
  values: Record<string, Json>;
  chosen: Record<string, string[]>;
  documents: readonly DocumentChoice[];
  departmentId: string | null;
};

/** One save; without a draftId it begins a draft, whose id is the commandId. */
export type DraftSave = DraftContent & { commandId: string; draftId?: string; rev: number };

/** The revisions of a draft. */
export class DraftSaver {
  readonly #outbox: Outbox<DraftSave, { id: string; rev: number }>;
  #known: { id: string | null; rev: number };
  #saved: DraftContent;
  #isGone = false;

  constructor(
    send: (save: DraftSave) => Promise<{ id: string; rev: number }>,
    begin: { id: string | null; rev: number; content: DraftContent },
  ) {
    this.#outbox = new Outbox(send);
    this.#known = begin;
    this.#saved = begin.content;
  }

  /** Also one that nobody has confirmed yet. */
  get draft(): { id: string; isSaved: boolean } | null {
    if (this.#known.id !== null) return { id: this.#known.id, isSaved: true };
    const { unanswered } = this.#outbox;
    return unanswered && { id: unanswered.commandId, isSaved: false };
  }

  /** A draft of this form has been submitted or deleted elsewhere. */
  get isGone(): boolean {
    return this.#isGone;
  }

  isSaved(content: DraftContent): boolean {
    return this.#outbox.unanswered === null && sameContent(this.#saved, content);
  }

  async save(content: DraftContent): Promise<void> {
    const { unanswered } = this.#outbox;
    if (unanswered) await this.#sendOnce(unanswered);
    if (this.isSaved(content)) return;
    const { id, rev } = this.#known;
    await this.#sendOnce({ ...content, commandId: newId(), rev, ...(id ? { draftId: id } : {}) });
  }

  /** The draft is gone: what is saved next begins another one. */
  forget(): void {
    this.#isGone = true;
    this.#known = { id: null, rev: 0 };
  }

  async #sendOnce(save: DraftSave): Promise<void> {
    this.#known = await this.#outbox.send(save);
    this.#saved = save;
  }
}

// helpers //////////////////////

/** The store gives keys back in an order of its own. */
function sameContent(a: DraftContent, b: DraftContent): boolean {
  return sameJson(jsonOf(a), jsonOf(b));
}

function jsonOf({ values, chosen, documents, departmentId }: DraftContent): Json {
  return { values, chosen, documents: documents.map((one) => ({ ...one })), departmentId };
}
