import type { PrintedList } from '@shulian/service-kit';
import type { NoticeTemplateView } from './notice-templates.http.js';
import { kindWords, recipientWords } from './rules/notice-words.js';

export const printedTemplates: PrintedList<NoticeTemplateView> = {
  name: 'notice-templates',
  title: { zh: '通知模板', en: 'Templates of notices' },
  columns: [
    { key: 'kind', title: { zh: '种类', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'recipient', title: { zh: '收件人', en: 'Recipient' }, type: 'text', words: recipientWords },
    { key: 'language', title: { zh: '语言', en: 'Language' }, type: 'text' },
    { key: 'subject', title: { zh: '标题', en: 'Subject' }, type: 'text' },
    { key: 'body', title: { zh: '正文', en: 'Text' }, type: 'text' },
    {
      key: 'own',
      title: { zh: '来源', en: 'From' },
      type: 'text',
      of: ({ own }, language) =>
        own ? (language === 'zh' ? '学校' : 'school') : language === 'zh' ? '系统' : 'shipped',
    },
  ],
};
