'use client';

import { useLocale } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { UserName } from '@/components/ui/user-name';
import { personName } from '@/lib/format/person';
import type { CommentView } from '@/server/instance/request-page';
import { CommentBox } from './comment-box';
import { mentionParts } from './mentions';
import classes from './request.module.css';

type Props = {
  requestId: string;
  comments: readonly CommentView[];
  canComment: boolean;
  sending: boolean;
  onSend(text: string, mentions: string[]): Promise<boolean>;
  /** Where no decision wants the key `c` for its own comment. */
  hasKey?: boolean;
};

/** Remarks that move nothing. */
export function Comments({ requestId, comments, canComment, sending, onSend, hasKey = false }: Props) {
  return (
    <div className={classes.comments}>
      {comments.length > 0 && (
        <ul>
          {comments.map((comment) => (
            <li key={comment.id}>
              <UserName person={comment.author} avatar="s" strong /> <RelativeTime value={comment.at} className={classes.meta ?? ''} />
              <p>
                <CommentText comment={comment} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {canComment && <CommentBox requestId={requestId} sending={sending} onSend={onSend} hasKey={hasKey} />}
    </div>
  );
}

// helpers //////////////////////

function CommentText({ comment: { text, mentions } }: { comment: CommentView }) {
  const locale = useLocale();
  return mentionParts(text, mentions).map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      <span key={`${part.id}-${index}`} className={classes.mention}>
        @{personName(part, locale)}
      </span>
    ),
  );
}
