import { describe, expect, it } from 'vitest';
import type { NoticeMessage } from './outbox-message';
import { renderMail } from './render-mail';

const message = (kind: NoticeMessage['notice']['kind'], params: Record<string, string>): NoticeMessage => ({
  rootInstanceId: '01a1fca1-60d1-7001-b8e4-000000000001',
  processId: '01a1fca1-60d1-7001-b8e4-000000000002',
  title: '出差',
  number: 'CC-1',
  actorName: '唐宁',
  actorNameEn: 'Tang Ning',
  elementNameEn: 'Submit',
  notice: { kind, userIds: [], workItemId: null, elementId: 'Start', params },
});

describe('a mail', () => {
  it('gives the reason for which a request was ended', () => {
    expect(renderMail('en', message('terminated', { reason: 'asked for twice' })).text).toContain('“asked for twice”');
    expect(renderMail('zh', message('withdrawn', { reason: '重复提交' })).text).toContain('「重复提交」');
  });

  it('names no step for what came back to the applicant, in either language', () => {
    expect(renderMail('en', message('returned', { comment: 'receipts' })).text).toContain('\nCC-1\n');
    expect(renderMail('zh', message('rejected', { comment: '单据' })).text).toContain('\nCC-1\n');
    expect(renderMail('en', message('assigned', { elementName: '提交' })).text).toContain('CC-1 · Step: Submit');
  });
});
