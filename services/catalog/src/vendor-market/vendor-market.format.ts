import type { PrintedList } from '@shulian/service-kit';
import type { IssueListView, MarketShareView } from './vendor-market.http.js';

const percent = (share: number): string => `${(share / 100).toFixed(2)}%`;

export const printedIssueLists: PrintedList<IssueListView> = {
  name: 'issue-lists',
  title: { zh: '出版发行书目', en: 'Lists of what is issued' },
  columns: [
    { key: 'receivedOn', title: { zh: '收到日期', en: 'Received' }, type: 'day' },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'mediaType', title: { zh: '格式', en: 'Format' }, type: 'text' },
    { key: 'size', title: { zh: '字节', en: 'Bytes' }, type: 'integer' },
  ],
};

export const printedMarketShares: PrintedList<MarketShareView> = {
  name: 'market-shares',
  title: { zh: '供应与出版占有率', en: 'Shares of the market' },
  columns: [
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'volumes', title: { zh: '册数', en: 'Volumes' }, type: 'integer', total: 'sum' },
    { key: 'share', title: { zh: '册数占比', en: 'Share' }, type: 'text', of: ({ share }) => percent(share) },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen', total: 'sum' },
    {
      key: 'fenShare',
      title: { zh: '金额占比', en: 'Share of value' },
      type: 'text',
      of: ({ fenShare }) => percent(fenShare),
    },
  ],
};
