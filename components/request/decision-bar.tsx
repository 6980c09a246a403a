'use client';

import { Button, Textarea } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { KeyHint } from '@/components/ui/key-hint';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { FormValues } from '@/forms/schema/values';
import type { DocumentTypeView, DocumentView, MyItem } from '@/server/instance/request-page';
import type { NextStep } from '@/server/instance/views';
import type { DocumentChoice } from './documents-edit';
import { PeopleChoices } from './lazy-people-choices';
import { chosenBefore, missingParts, nextHuman } from './missing-parts';
import { missingFields, type RefusedFields } from './refused-fields';
import type { ItemActions } from './use-item-actions';
import classes from './request.module.css';

const AddSignDialog = dynamic(() => import('./add-sign-dialog'), { ssr: false });
const DocumentsEdit = dynamic(() => import('./documents-edit').then((module) => module.DocumentsEdit), {
  ssr: false,
  loading: () => <LinesSkeleton lines={2} />,
});
const TransferDialog = dynamic(() => import('./transfer-dialog'), { ssr: false });

type Kind = 'approve' | 'reject' | 'return';
type Props = {
  item: MyItem;
  /** The document types that may be added here. */
  documentTypes: readonly DocumentTypeView[];
  /** What the request has already. */
  present: readonly DocumentView[];
  /** How the activity counts its seats. */
  ownRule: NextStep['rule'];
  actions: ItemActions;
  /** The changed fields, or null when something has to be mended first (the form shows it). */
  collect(): Promise<FormValues | null>;
  pending: boolean;
  /** What the server said of the last try. */
  refused: RefusedFields;
};

/** The approver's hand: a comment, and what to do with the request. 同意 is the one filled red button of the product. */
export function DecisionBar({ item, documentTypes, present, ownRule, actions, collect, pending, refused }: Props) {
  const t = useTranslations('request');
  const locale = useLocale();
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState<Kind | null>(null);
  const [lacking, setLacking] = useState<RefusedFields | null>(null);
  const [chosen, setChosen] = useState(() => chosenBefore(item.choices));
  const [documents, setDocuments] = useState<readonly DocumentChoice[]>([]);
  const [transferring, setTransferring] = useState(false);
  const [signing, setSigning] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  // Who only advises need not bring what the activity asks for.
  const types = item.advises ? documentTypes.map((type) => ({ ...type, required: false })) : documentTypes;
  const shown = lacking ?? refused;
  const can = (action: MyItem['actions'][number]) => item.actions.includes(action);

  const decide = async (kind: Kind) => {
    if (pending || !can(kind)) return;
    if (item.commentRequired.includes(kind) && !comment.trim()) {
      setMissing(kind);
      box.current?.focus();
      return;
    }
    const missing = kind === 'approve' ? missingParts({ choices: item.choices, chosen, steps: item.next, types, documents, present }) : [];
    setLacking(missing.length > 0 ? missingFields(missing) : null);
    const values = await collect();
    if (values === null || missing.length > 0) return;
    if (kind === 'return') await actions.sendBack({ comment: comment.trim(), values });
    else await actions.decide({ decision: kind, comment: comment.trim(), values, chosen, documents });
  };

  const keys = { approve: 'a', reject: 'r', return: 'b' } as const;
  useShortcuts([
    ...(['approve', 'reject', 'return'] as const)
      .filter(can)
      .map((kind) => ({ keys: keys[kind], label: t(kind), run: () => void decide(kind) })),
    ...(can('transfer') ? [{ keys: 't', label: t('transfer'), run: () => setTransferring(true) }] : []),
    { keys: 'c', label: t('writeComment'), run: () => box.current?.focus() },
  ]);

  const next = nextHuman(item.next);
  const taker = next && !next.now && (next.people.length === 1 || next.rule === 'sequential') ? next.people[0] : undefined;
  const approve = item.approveLabel ? localText(item.approveLabel, locale) : t('approve');
  const approveText =
    next && !next.now ? t('approveAndHand', { approve, next: taker ? personName(taker, locale) : next.elementName }) : approve;
  return (
    <div className={classes.bar} data-action-bar role="group" aria-label={t('decide')}>
      {item.askedBy && (
        <p className={classes.asked}>
          <strong>{t(`askedBy.${item.askedBy.how}`, { who: personName(item.askedBy.by, locale) })}</strong>
          {item.askedBy.comment && t('quote', { text: item.askedBy.comment })}
        </p>
      )}
      {can('approve') && item.choices.length > 0 && (
        <PeopleChoices choices={item.choices} value={chosen} refused={shown} onChange={setChosen} />
      )}
      {can('approve') && types.length > 0 && (
        <DocumentsEdit types={types} value={documents} present={present} refused={shown} onChange={setDocuments} />
      )}
      <Textarea
        ref={box}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        aria-label={t('comment')}
        placeholder={commentHint()}
        value={comment}
        error={missing ? t('commentMissing', { action: t(missing) }) : undefined}
        onChange={(event) => {
          setComment(event.currentTarget.value);
          setMissing(null);
        }}
      />
      <div className={classes.actions}>
        {can('approve') && (
          <Button variant="decide" loading={pending} rightSection={<KeyHint keys="a" onButton />} onClick={() => void decide('approve')}>
            {approveText}
          </Button>
        )}
        {can('return') && (
          <Button disabled={pending} rightSection={<KeyHint keys="b" />} onClick={() => void decide('return')}>
            {t('return')}
          </Button>
        )}
        {can('reject') && (
          <Button variant="danger" disabled={pending} rightSection={<KeyHint keys="r" />} onClick={() => void decide('reject')}>
            {t('reject')}
          </Button>
        )}
        <div className={classes.quiet}>
          {can('transfer') && (
            <Button variant="subtle" color="gray" disabled={pending} onClick={() => setTransferring(true)}>
              {t('transfer')}
            </Button>
          )}
          {can('addSign') && (
            <Button variant="subtle" color="gray" disabled={pending} onClick={() => setSigning(true)}>
              {t('addSign')}
            </Button>
          )}
          {can('release') && (
            <Button variant="subtle" color="gray" disabled={pending} onClick={() => void actions.release()}>
              {t('release')}
            </Button>
          )}
        </div>
      </div>
      {signing && <AddSignDialog taken={item.taken} rule={ownRule} onClose={() => setSigning(false)} onAdd={actions.addSign} />}
      {transferring && <TransferDialog taken={item.taken} onClose={() => setTransferring(false)} onTransfer={actions.transfer} />}
    </div>
  );

  function commentHint(): string {
    const required = item.commentRequired.filter((kind) => can(kind)).map((kind) => t(kind));
    return required.length > 0 ? t('commentHintRequired', { actions: required.join(t('listSeparator')) }) : t('commentHint');
  }
}
