import type { Locale } from '@/lib/json';
import type { NoticeKind } from '@/server/engine/core/event';

type Texts = {
  /** Before every subject; full-width brackets bring their own room. */
  brand: string;
  open: string;
  footer: string;
  comment: string;
  step: string;
  lines: Record<NoticeKind, string>;
  test: { line: string; open: string; footer: string };
};

export const mailTexts: Record<Locale, Texts> = {
  zh: {
    brand: '【朱批】',
    open: '打开申请',
    footer: '您可以在「设置 · 通知」里选择哪些事情发邮件。',
    comment: '「{comment}」',
    step: '环节：{element}',
    lines: {
      assigned: '{actor} 提交的「{title}」等您处理',
      offered: '「{title}」可以认领',
      toRead: '请您阅读「{title}」',
      returned: '{actor} 把「{title}」退回给您，请修改后再提交',
      rejected: '{actor} 驳回了「{title}」',
      completed: '「{title}」已办结',
      withdrawn: '{actor} 撤回了「{title}」',
      terminated: '「{title}」已被终止',
      expired: '「{title}」过了有效期还没办结，已自动结束',
      transferred: '{actor} 把「{title}」转给您办理',
      urged: '{actor} 催您处理「{title}」',
      dueSoon: '「{title}」快到期了',
      overdue: '「{title}」已经超时',
      incident: '「{title}」出现异常，需要处理',
      commented: '{actor} 评论了「{title}」',
      mentioned: '{actor} 在「{title}」的评论里提到了您',
    },
    test: { line: '这是一封测试邮件', open: '打开系统页', footer: '收到它，说明邮件能送到您这里。' },
  },
  en: {
    brand: '[Vermilion] ',
    open: 'Open the request',
    footer: 'Choose what is mailed to you in Settings, Notices.',
    comment: '“{comment}”',
    step: 'Step: {element}',
    lines: {
      assigned: '“{title}” from {actor} waits for you',
      offered: '“{title}” can be claimed',
      toRead: 'Please read “{title}”',
      returned: '{actor} returned “{title}” to you to revise',
      rejected: '{actor} rejected “{title}”',
      completed: '“{title}” is complete',
      withdrawn: '{actor} withdrew “{title}”',
      terminated: '“{title}” was terminated',
      expired: '“{title}” was not finished in time and has ended',
      transferred: '{actor} transferred “{title}” to you',
      urged: '{actor} asks you to act on “{title}”',
      dueSoon: '“{title}” is due soon',
      overdue: '“{title}” is overdue',
      incident: '“{title}” has an incident to resolve',
      commented: '{actor} commented on “{title}”',
      mentioned: '{actor} mentioned you in a comment on “{title}”',
    },
    test: { line: 'This is a test mail', open: 'Open the system page', footer: 'Receiving it means that mails reach you.' },
  },
};
