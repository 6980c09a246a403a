import { useTranslations } from 'next-intl';
import type { Messages } from '@/messages/namespaces';
import { Tag, type TagTone } from './tag';
import classes from './status-text.module.css';

type Status = Messages['status'];
type Kind = 'instance' | 'activity' | 'workItem' | 'stuck';

type Props = { [K in Kind]: { kind: K; value: keyof Status[K] & string } }[Kind] & { variant?: 'text' | 'tag' };

const TONES: Record<string, TagTone> = {
  running: 'indigo',
  active: 'indigo',
  accepted: 'indigo',
  waiting: 'ochre',
  unread: 'ochre',
  viewed: 'ochre',
  stalled: 'ochre',
  completed: 'pine',
  approved: 'pine',
  done: 'pine',
  rejected: 'red',
  terminated: 'red',
  failed: 'red',
  incident: 'red',
  nobody: 'red',
  timed_out: 'red',
};

/** The word for a state, in the state's colour. */
export function StatusText({ kind, value, variant = 'text' }: Props) {
  const t = useTranslations('status');
  const tone = TONES[value] ?? 'grey';
  const text = t(`${kind}.${value}` as Parameters<typeof t>[0]);
  return variant === 'tag' ? <Tag tone={tone}>{text}</Tag> : <span className={classes[tone]}>{text}</span>;
}
