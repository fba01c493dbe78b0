import type { PrintedList } from '@shulian/service-kit';
import type { DonationView } from './corner-donations.http.js';

export const printedDonations: PrintedList<DonationView> = {
  name: 'corner-donations',
  title: { zh: '图书角捐书登记', en: 'Books given to corners' },
  columns: [
    { key: 'offeredOn', title: { zh: '捐赠日期', en: 'Offered' }, type: 'day' },
    { key: 'corner', title: { zh: '图书角', en: 'Corner' }, type: 'text' },
    { key: 'donor', title: { zh: '捐赠班级或读者', en: 'Given by' }, type: 'who' },
    { key: 'giver', title: { zh: '校外捐赠人', en: 'From outside' }, type: 'text' },
    { key: 'occasion', title: { zh: '活动', en: 'Occasion' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'author', title: { zh: '作者', en: 'Author' }, type: 'text' },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer' },
    {
      key: 'state',
      title: { zh: '审查', en: 'Verdict' },
      type: 'text',
      words: {
        offered: { zh: '待审', en: 'offered' },
        accepted: { zh: '接受', en: 'accepted' },
        refused: { zh: '不接受', en: 'refused' },
        removed: { zh: '已撤下', en: 'removed' },
      },
    },
    { key: 'why', title: { zh: '理由', en: 'Why' }, type: 'text' },
  ],
};
