'use client';

import { Button, Textarea } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { KeyHint } from '@/components/ui/key-hint';
import { MoreMenu, MoreMenuItem } from '@/components/ui/lazy-more-menu';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { FormValues } from '@/forms/schema/values';
import type { DocumentTypeView, DocumentView, MyItem } from '@/server/instance/request-page';
import type { NextStep } from '@/server/instance/views';
import type { DocumentChoice } from './documents-edit';
import type { DecisionKind } from './decision-sheet';
import { useItemForm } from './item-form-context';
import { PeopleChoices } from './lazy-people-choices';
import { chosenBefore, missingParts, nextHuman, nextName } from './missing-parts';
import { PhraseToggle } from './phrase-toggle';
import { missingFields, type RefusedFields } from './refused-fields';
import type { ItemActions } from './use-item-actions';
import classes from './request.module.css';

const AddSignDialog = dynamic(() => import('./add-sign-dialog'), { ssr: false });
const DecisionSheet = dynamic(() => import('./decision-sheet'), { ssr: false });
const DocumentsEdit = dynamic(() => import('./documents-edit').then((module) => module.DocumentsEdit), {
  ssr: false,
  loading: () => <LinesSkeleton lines={2} />,
});
const Phrases = dynamic(() => import('./phrases'), { ssr: false });
const TransferDialog = dynamic(() => import('./transfer-dialog'), { ssr: false });

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
  /** It stands beside a list: the neighbours are a key away, and the next one follows. */
  inList: boolean;
};

/** The approver's hand: a comment, and what to do with the request. 同意 is the one filled red button of the product. */
export function DecisionBar({ item, documentTypes, present, ownRule, actions, collect, pending, refused, inList }: Props) {
  const t = useTranslations('request');
  const locale = useLocale();
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState<DecisionKind | null>(null);
  const [asking, setAsking] = useState<DecisionKind | null>(null);
  const [lacking, setLacking] = useState<RefusedFields | null>(null);
  const [chosen, setChosen] = useState(() => chosenBefore(item.choices));
  const [documents, setDocuments] = useState<readonly DocumentChoice[]>([]);
  const [transferring, setTransferring] = useState(false);
  const [signing, setSigning] = useState(false);
  const [phrasing, setPhrasing] = useState(false);
  const phrasesId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  // Who only advises need not bring what the activity asks for.
  const types = item.advises ? documentTypes.map((type) => ({ ...type, required: false })) : documentTypes;
  const shown = lacking ?? refused;
  const { edited } = useItemForm();
  const ahead = edited ? null : item.next;
  const can = (action: MyItem['actions'][number]) => item.actions.includes(action);

  const write = (text: string) => {
    setComment(text);
    setMissing(null);
  };
  const decide = async (kind: DecisionKind) => {
    if (pending || !can(kind)) return;
    if (item.commentRequired.includes(kind) && !comment.trim()) {
      // In the hand there is no box in the bar: a sheet asks.
      if (box.current?.offsetParent) box.current.focus();
      else return setAsking(kind);
      return setMissing(kind);
    }
    const missing = kind === 'approve' ? missingParts({ choices: item.choices, chosen, steps: ahead, types, documents, present }) : [];
    setLacking(missing.length > 0 ? missingFields(missing) : null);
    const values = await collect();
    if (values === null || missing.length > 0) return;
    if (kind === 'return') await actions.sendBack({ comment: comment.trim(), values });
    else await actions.decide({ decision: kind, comment: comment.trim(), values, chosen, documents });
  };

  const others = [
    ...(can('transfer') ? [{ label: t('transfer'), run: () => setTransferring(true) }] : []),
    ...(can('addSign') ? [{ label: t('addSign'), run: () => setSigning(true) }] : []),
    ...(can('release') ? [{ label: t('release'), run: () => void actions.release() }] : []),
  ];
  const keys = { approve: 'a', reject: 'r', return: 'b' } as const;
  const approve = item.approveLabel ? localText(item.approveLabel, locale) : t('approve');
  const wordOf = (kind: DecisionKind) => (kind === 'approve' ? approve : t(kind));
  useShortcuts([
    ...(['approve', 'reject', 'return'] as const)
      .filter(can)
      .map((kind) => ({ keys: keys[kind], label: wordOf(kind), run: () => void decide(kind) })),
    ...(can('transfer') ? [{ keys: 't', label: t('transfer'), run: () => setTransferring(true) }] : []),
    {
      keys: 'c',
      label: t('writeComment'),
      run: () => (box.current?.offsetParent ? box.current.focus() : can('approve') && setAsking('approve')),
    },
  ]);

  const next = nextHuman(ahead);
  const isLast = ahead !== null && ahead.length === 0 && !item.advises;
  const approveText =
    next && !next.now ? t('approveAndHand', { approve, next: nextName(next, locale) }) : isLast ? t('approveAndEnd', { approve }) : approve;
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
        className={classes.comment ?? ''}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        aria-label={t('comment')}
        placeholder={commentHint()}
        rightSectionWidth={72}
        rightSection={<PhraseToggle controls={phrasesId} isOpen={phrasing} onToggle={() => setPhrasing(!phrasing)} />}
        value={comment}
        error={missing ? t('commentMissing', { action: wordOf(missing) }) : undefined}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {phrasing && <Phrases id={phrasesId} comment={comment} onComment={write} />}
      <div className={classes.actions}>
        {can('approve') && (
          <Button
            size="md"
            variant="decide"
            loading={pending}
            rightSection={<KeyHint keys="a" onButton />}
            onClick={() => void decide('approve')}
          >
            {approveText}
          </Button>
        )}
        {can('return') && (
          <Button size="md" disabled={pending} rightSection={<KeyHint keys="b" />} onClick={() => void decide('return')}>
            {t('return')}
          </Button>
        )}
        {can('reject') && (
          <Button size="md" variant="danger" disabled={pending} rightSection={<KeyHint keys="r" />} onClick={() => void decide('reject')}>
            {t('reject')}
          </Button>
        )}
        <div className={classes.quiet}>
          {others.map(({ label, run }) => (
            <Button key={label} variant="subtle" color="gray" disabled={pending} onClick={run}>
              {label}
            </Button>
          ))}
        </div>
        <div className={classes.inHand}>
          <MoreMenu>
            {can('approve') && <MoreMenuItem onClick={() => setAsking('approve')}>{t('approveWithComment', { approve })}</MoreMenuItem>}
            {others.map(({ label, run }) => (
              <MoreMenuItem key={label} onClick={run}>
                {label}
              </MoreMenuItem>
            ))}
          </MoreMenu>
        </div>
      </div>
      <p className={classes.keys}>
        {inList && (
          <span>
            <KeyHint keys="j k" /> {t('keys.neighbours')}
          </span>
        )}
        <span>
          <KeyHint keys="c" /> {t('writeComment')}
        </span>
        <span>
          <KeyHint keys="?" /> {t('keys.all')}
        </span>
        {inList && <em>{t('keys.nextFollows')}</em>}
      </p>
      {asking && (
        <DecisionSheet
          kind={asking}
          word={wordOf(asking)}
          label={asking === 'approve' ? approveText : t(asking)}
          required={item.commentRequired.includes(asking)}
          comment={comment}
          onComment={setComment}
          onClose={() => setAsking(null)}
          onDecide={() => {
            setAsking(null);
            void decide(asking);
          }}
        />
      )}
      {signing && <AddSignDialog taken={item.taken} rule={ownRule} onClose={() => setSigning(false)} onAdd={actions.addSign} />}
      {transferring && <TransferDialog taken={item.taken} onClose={() => setTransferring(false)} onTransfer={actions.transfer} />}
    </div>
  );

  function commentHint(): string {
    const required = item.commentRequired.filter((kind) => can(kind)).map(wordOf);
    return required.length > 0 ? t('commentHintRequired', { actions: required.join(t('listSeparator')) }) : t('commentHint');
  }
}
