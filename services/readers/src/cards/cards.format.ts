import type { PrintedList, Words } from '@shulian/service-kit';
import type {
  CardCount,
  CardCountOfSchool,
  CardReturnClass,
  CardReturnLine,
  CardView,
} from './cards.http.js';

const statuses: Readonly<Record<string, Words>> = {
  active: { zh: '有效', en: 'valid' },
  lost: { zh: '挂失', en: 'lost' },
  returned: { zh: '已退', en: 'returned' },
  left: { zh: '离校', en: 'left' },
};
const kinds: Readonly<Record<string, Words>> = {
  student: { zh: '学生', en: 'student' },
  teacher: { zh: '教师', en: 'teacher' },
  staff: { zh: '职工', en: 'staff' },
  external: { zh: '校外读者', en: 'external' },
};

export const printedCardsOfReader: PrintedList<CardView> = {
  name: 'cards-of-reader',
  title: { zh: '办证记录', en: 'Cards of a reader' },
  columns: [
    { key: 'number', title: { zh: '借书证号', en: 'Card number' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'Status' }, type: 'text', words: statuses },
    { key: 'issuedOn', title: { zh: '发证日期', en: 'Issued' }, type: 'day' },
    { key: 'validUntil', title: { zh: '有效期至', en: 'Valid until' }, type: 'day' },
    { key: 'blockedOn', title: { zh: '停用日期', en: 'Blocked' }, type: 'day' },
  ],
};

export const printedCardReturns: PrintedList<CardReturnLine> = {
  name: 'card-returns',
  title: { zh: '借书证退还名单', en: 'Return of cards' },
  columns: [
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    { key: 'number', title: { zh: '借书证号', en: 'Card number' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'Status' }, type: 'text', words: statuses },
    { key: 'issuedOn', title: { zh: '发证日期', en: 'Issued' }, type: 'day' },
    { key: 'blockedOn', title: { zh: '退还日期', en: 'Returned' }, type: 'day' },
    { key: 'leftOn', title: { zh: '离校日期', en: 'Left' }, type: 'day' },
  ],
  signatures: [
    { zh: '班主任', en: 'Class teacher' },
    { zh: '图书管理员', en: 'Librarian' },
  ],
};

export const printedCardReturnClasses: PrintedList<CardReturnClass> = {
  name: 'card-return-classes',
  title: { zh: '各班借书证退还情况', en: 'Return of cards by class' },
  columns: [
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'pupils', title: { zh: '学生数', en: 'Pupils' }, type: 'integer' },
    { key: 'active', title: { zh: '未退', en: 'Still out' }, type: 'integer' },
    { key: 'returned', title: { zh: '已退', en: 'Returned' }, type: 'integer' },
    { key: 'lost', title: { zh: '挂失', en: 'Lost' }, type: 'integer' },
    { key: 'without', title: { zh: '未办证', en: 'Never had one' }, type: 'integer' },
  ],
};

export const printedCardCounts: PrintedList<CardCount> = {
  name: 'card-counts',
  title: { zh: '持证人数统计', en: 'Cards against enrolment' },
  columns: [
    { key: 'kind', title: { zh: '读者类型', en: 'Kind' }, type: 'text', words: kinds },
    { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    {
      key: 'entitled',
      title: { zh: '办证资格', en: 'Entitled' },
      type: 'text',
      of: ({ entitled }, language) =>
        (entitled ? { zh: '个人办证', en: 'yes' } : { zh: '集体借阅', en: 'reads with the class' })[language],
    },
    { key: 'enrolled', title: { zh: '在册人数', en: 'Enrolled' }, type: 'integer' },
    { key: 'cards', title: { zh: '有效证', en: 'Active cards' }, type: 'integer' },
    { key: 'temporary', title: { zh: '其中临时证', en: 'Temporary' }, type: 'integer' },
    { key: 'percent', title: { zh: '持证率%', en: 'Percent' }, type: 'text', of: percentOf },
  ],
};

export const printedCardCountsOfSchools: PrintedList<CardCountOfSchool> = {
  name: 'card-counts-of-schools',
  title: { zh: '各校持证人数统计', en: 'Cards against enrolment by school' },
  columns: [
    { key: 'code', title: { zh: '代码', en: 'Code' }, type: 'text' },
    { key: 'name', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'enrolled', title: { zh: '在册人数', en: 'Enrolled' }, type: 'integer' },
    { key: 'cards', title: { zh: '有效证', en: 'Active cards' }, type: 'integer' },
    { key: 'percent', title: { zh: '持证率%', en: 'Percent' }, type: 'text', of: percentOf },
  ],
};

function percentOf({ percent }: { readonly percent: number | null }): string | null {
  return percent === null ? null : percent.toFixed(1);
}
