import type { PrintedList, Words } from '@shulian/service-kit';
import { kindWords } from '../serials.format.js';
import type {
  AllotmentView,
  PersonalDeliveryView,
  DistributionView,
  PersonalView,
  VacationView,
} from './distribution.http.js';

const title = { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' } as const;
const kind = { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords } as const;
const year = { key: 'year', title: { zh: '年', en: 'Year' }, type: 'integer' } as const;
const label = { key: 'label', title: { zh: '期', en: 'Issue' }, type: 'text' } as const;
const copies = { key: 'copies', title: { zh: '份数', en: 'Copies' }, type: 'integer' } as const;
const office = { key: 'office', title: { zh: '室', en: 'Office' }, type: 'text' } as const;
const handedOn = { key: 'handedOn', title: { zh: '发放日期', en: 'Handed out' }, type: 'day' } as const;
const receivedOn = { key: 'receivedOn', title: { zh: '到刊日期', en: 'Came' }, type: 'day' } as const;
const signed: Words = { zh: '签收', en: 'Signed' };

export const printedAllotments: PrintedList<AllotmentView> = {
  name: 'serial-allotments',
  title: { zh: '各室报刊分发表', en: 'Newspapers and periodicals by office' },
  columns: [office, title, kind, year, copies],
};

export const printedDistribution: PrintedList<DistributionView> = {
  name: 'serial-distribution',
  title: { zh: '各室报刊发放记载表', en: 'Issues handed to offices' },
  columns: [
    receivedOn,
    office,
    title,
    kind,
    year,
    label,
    copies,
    handedOn,
    { key: 'signed', title: signed, type: 'text', of: () => null },
  ],
};

export const printedPersonals: PrintedList<PersonalView> = {
  name: 'personal-subscriptions',
  title: { zh: '个人订阅报刊一览', en: 'Personal subscriptions' },
  columns: [
    {
      key: 'reader',
      title: { zh: '订阅人', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    title,
    kind,
    copies,
    { key: 'startsOn', title: { zh: '起', en: 'From' }, type: 'day' },
    { key: 'endsOn', title: { zh: '止', en: 'To' }, type: 'day' },
  ],
};

export const printedDeliveries: PrintedList<PersonalDeliveryView> = {
  name: 'personal-deliveries',
  title: { zh: '个人订阅报刊发放签收单', en: 'Personal subscriptions to hand out' },
  columns: [
    receivedOn,
    {
      key: 'reader',
      title: { zh: '订阅人', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    title,
    year,
    label,
    copies,
    handedOn,
    { key: 'signed', title: signed, type: 'text', of: () => null },
  ],
};

export const printedVacation: PrintedList<VacationView> = {
  name: 'vacation-serials',
  title: { zh: '假期报刊清理单', en: 'What the vacation left' },
  columns: [
    { key: 'dueOn', title: { zh: '应到日期', en: 'Due' }, type: 'day' },
    title,
    kind,
    year,
    label,
    { key: 'expected', title: { zh: '应到份数', en: 'Expected' }, type: 'integer' },
    { key: 'receivedOn', title: { zh: '登到日期', en: 'Checked in' }, type: 'day' },
    { key: 'displayedOn', title: { zh: '上架日期', en: 'Put out' }, type: 'day' },
    { key: 'toHandOut', title: { zh: '待发', en: 'To hand out' }, type: 'integer' },
  ],
};
