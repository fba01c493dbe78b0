import type { NoticeKind } from '@shulian/contracts/words';
import type { NoticeLanguage, Recipient, TemplateKey, Words } from './notice-template.js';

type OfRecipient = Readonly<Partial<Record<Recipient, Readonly<Record<NoticeLanguage, Words>>>>>;

/** What a school sends that has written nothing of its own. */
const shipped: Readonly<Record<NoticeKind, OfRecipient>> = {
  'due-soon': {
    reader: {
      zh: {
        subject: '图书即将到期',
        body: '{{readerName}}同学：\n你借的 {{count}} 册书将于 {{dueOn}} 到期，请按时归还或续借。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Books due soon',
        body: 'Dear {{readerName}},\n{{count}} book(s) you have are due on {{dueOn}}. Please return or renew them in time.\nLibrary of {{schoolName}}',
      },
    },
    guardian: {
      zh: {
        subject: '孩子借的书即将到期',
        body: '家长您好：\n{{readerName}}借的 {{count}} 册书将于 {{dueOn}} 到期，请提醒孩子带回学校。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Books due soon',
        body: 'Dear parent,\n{{count}} book(s) {{readerName}} has are due on {{dueOn}}. Please remind your child to bring them back.\nLibrary of {{schoolName}}',
      },
    },
  },
  overdue: {
    reader: {
      zh: {
        subject: '图书超期提醒',
        body: '{{readerName}}同学：\n你有 {{count}} 册书已超期 {{daysLate}} 天（最早应于 {{dueOn}} 归还），请尽快还回图书馆。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Overdue books',
        body: 'Dear {{readerName}},\n{{count}} book(s) you have are overdue, the oldest by {{daysLate}} day(s) (due {{dueOn}}). Please bring them back soon.\nLibrary of {{schoolName}}',
      },
    },
    guardian: {
      zh: {
        subject: '孩子借的书已超期',
        body: '家长您好：\n{{readerName}}（{{className}}）有 {{count}} 册图书已超期 {{daysLate}} 天，请帮助孩子找到并带回学校。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Overdue books',
        body: 'Dear parent,\n{{readerName}} ({{className}}) has {{count}} overdue book(s), the oldest by {{daysLate}} day(s). Please help to find and return them.\nLibrary of {{schoolName}}',
      },
    },
    'class-teacher': {
      zh: {
        subject: '{{className}}图书超期名单',
        body: '老师您好：\n{{className}}有 {{people}} 人图书超期，共 {{count}} 册，请督促归还：\n{{lines}}\n{{schoolName}}图书馆 {{today}}',
      },
      en: {
        subject: 'Overdue books of {{className}}',
        body: 'Dear teacher,\n{{people}} of {{className}} have {{count}} overdue book(s). Please remind them:\n{{lines}}\nLibrary of {{schoolName}}, {{today}}',
      },
    },
  },
  'hold-ready': {
    reader: {
      zh: {
        subject: '预约的书到了',
        body: '{{readerName}}同学：\n你预约的 {{count}} 册书已到，请于 {{dueOn}} 前到图书馆领取。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Your book is ready',
        body: 'Dear {{readerName}},\n{{count}} book(s) you reserved are ready. Please pick up by {{dueOn}}.\nLibrary of {{schoolName}}',
      },
    },
    guardian: {
      zh: {
        subject: '孩子预约的书到了',
        body: '家长您好：\n{{readerName}}预约的 {{count}} 册书已到，请提醒孩子于 {{dueOn}} 前领取。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'A reserved book is ready',
        body: 'Dear parent,\n{{count}} book(s) {{readerName}} reserved are ready until {{dueOn}}.\nLibrary of {{schoolName}}',
      },
    },
    'class-teacher': {
      zh: {
        subject: '{{className}}预约图书已到',
        body: '老师您好：\n{{className}}有预约图书已到，请转告同学领取：\n{{lines}}\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Reserved books for {{className}}',
        body: 'Dear teacher,\nreserved books are ready for {{className}}. Please tell them:\n{{lines}}\nLibrary of {{schoolName}}',
      },
    },
  },
  recall: {
    reader: {
      zh: {
        subject: '图书催还通知',
        body: '{{readerName}}：\n图书馆正在集中收回图书，你有 {{count}} 册在借，请于 {{dueOn}} 前归还。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Books are called in',
        body: 'Dear {{readerName}},\nbooks are called in. You have {{count}}; please return them by {{dueOn}}.\nLibrary of {{schoolName}}',
      },
    },
    'class-teacher': {
      zh: {
        subject: '{{className}}集中还书通知',
        body: '老师您好：\n图书馆正在集中收回图书，{{className}}共有 {{count}} 册在借，请组织同学于 {{dueOn}} 前归还。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Books of {{className}} are called in',
        body: 'Dear teacher,\n{{count}} book(s) are out with {{className}}. Please see that they come back by {{dueOn}}.\nLibrary of {{schoolName}}',
      },
    },
    'school-channel': {
      zh: {
        subject: '集中还书通知',
        body: '{{schoolName}}图书馆集中收回图书，请于 {{dueOn}} 前归还：\n{{lines}}',
      },
      en: {
        subject: 'Books are called in',
        body: 'The library of {{schoolName}} calls its books in by {{dueOn}}:\n{{lines}}',
      },
    },
  },
  compensation: {
    reader: {
      zh: {
        subject: '图书赔偿通知',
        body: '{{readerName}}同学：\n你有 {{count}} 册书登记为遗失或损坏，需赔偿 {{amount}} 元或同版图书，请到图书馆办理。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'A lost book',
        body: 'Dear {{readerName}},\n{{count}} book(s) were registered as lost or damaged. {{amount}} yuan, or the same book, are owed. Please come to the library.\nLibrary of {{schoolName}}',
      },
    },
    guardian: {
      zh: {
        subject: '图书赔偿通知',
        body: '家长您好：\n{{readerName}}（{{className}}）有 {{count}} 册书登记为遗失或损坏，需赔偿 {{amount}} 元或同版图书。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'A lost book',
        body: 'Dear parent,\n{{count}} book(s) of {{readerName}} ({{className}}) were registered as lost or damaged. {{amount}} yuan, or the same book, are owed.\nLibrary of {{schoolName}}',
      },
    },
    'class-teacher': {
      zh: {
        subject: '{{className}}图书赔偿',
        body: '老师您好：\n{{className}}有图书需赔偿，请转告：\n{{lines}}\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Lost books of {{className}}',
        body: 'Dear teacher,\nlost books of {{className}} are to be paid or replaced. Please tell them:\n{{lines}}\nLibrary of {{schoolName}}',
      },
    },
  },
  clearance: {
    reader: {
      zh: {
        subject: '离校图书手续',
        body: '{{readerName}}同学：\n离校手续尚有 {{count}} 项未办清，请到图书馆办理。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Before you leave',
        body: 'Dear {{readerName}},\n{{count}} item(s) at the library are open before you leave. Please come by.\nLibrary of {{schoolName}}',
      },
    },
    guardian: {
      zh: {
        subject: '离校图书手续',
        body: '家长您好：\n{{readerName}}的离校图书手续尚有 {{count}} 项未办清。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Before leaving',
        body: 'Dear parent,\n{{count}} item(s) at the library are open before {{readerName}} leaves.\nLibrary of {{schoolName}}',
      },
    },
    'class-teacher': {
      zh: {
        subject: '{{className}}离校图书手续',
        body: '老师您好：\n以下同学离校图书手续未办清：\n{{lines}}\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'Leavers of {{className}}',
        body: 'Dear teacher,\nthese pupils have items open at the library:\n{{lines}}\nLibrary of {{schoolName}}',
      },
    },
  },
  'new-books': {
    'class-teacher': {
      zh: {
        subject: '新书到馆',
        body: '老师您好：\n图书馆新到图书 {{count}} 种，欢迎借阅。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'New books',
        body: 'Dear teacher,\n{{count}} new titles have come into the library.\nLibrary of {{schoolName}}',
      },
    },
    'school-channel': {
      zh: { subject: '新书到馆', body: '{{schoolName}}图书馆新到图书 {{count}} 种，欢迎借阅。' },
      en: {
        subject: 'New books',
        body: '{{count}} new titles have come into the library of {{schoolName}}.',
      },
    },
  },
  answer: {
    reader: {
      zh: {
        subject: '图书馆的答复',
        body: '{{readerName}}：\n你向图书馆提出的问题已有 {{count}} 条答复，请登录查看。\n{{schoolName}}图书馆',
      },
      en: {
        subject: 'The library has answered',
        body: 'Dear {{readerName}},\nyour question has {{count}} answer(s). Please sign in to read it.\nLibrary of {{schoolName}}',
      },
    },
  },
};

/** @throws Error for a notice that never goes to this recipient */
export function shippedWords({ kind, recipient, language }: TemplateKey): Words {
  const words = shipped[kind][recipient]?.[language];
  if (words === undefined) throw new Error(`there is no template ${kind} for ${recipient}`);
  return words;
}
