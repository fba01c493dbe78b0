import type { PrintedList, Words } from '@shulian/service-kit';
import type { ApplicationView, Newcomer, WindowClass } from './card-windows.http.js';

const kinds: Readonly<Record<string, Words>> = {
  student: { zh: '学生', en: 'student' },
  teacher: { zh: '教师', en: 'teacher' },
  staff: { zh: '职工', en: 'staff' },
};

/** What goes to the class teachers: one line a class, to be signed where nobody signs in. */
export const printedWindowClasses: PrintedList<WindowClass> = {
  name: 'card-window-classes',
  title: { zh: '办理借书证通知各班登记表', en: 'Notice of cards by class' },
  columns: [
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'pupils', title: { zh: '学生数', en: 'Pupils' }, type: 'integer' },
    { key: 'withCard', title: { zh: '已有证', en: 'With a card' }, type: 'integer' },
    { key: 'applied', title: { zh: '申请办证', en: 'Applied' }, type: 'integer' },
    { key: 'withdrawn', title: { zh: '已撤回', en: 'Withdrawn' }, type: 'integer' },
    { key: 'declined', title: { zh: '未批准', en: 'Declined' }, type: 'integer' },
    { key: 'acknowledgedOn', title: { zh: '通知签收', en: 'Notice seen' }, type: 'day' },
    { key: 'confirmedOn', title: { zh: '名单确认', en: 'List confirmed' }, type: 'day' },
  ],
};

export const printedNewcomers: PrintedList<Newcomer> = {
  name: 'newcomers',
  title: { zh: '新生、新教师办证名单', en: 'Freshmen and new teachers' },
  columns: [
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kinds },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'enrolledOn', title: { zh: '登记日期', en: 'Enrolled' }, type: 'day' },
    { key: 'cardNumber', title: { zh: '借书证号', en: 'Card number' }, type: 'text' },
    { key: 'issuedOn', title: { zh: '发证日期', en: 'Issued' }, type: 'day' },
    {
      key: 'entitled',
      title: { zh: '办证资格', en: 'Entitled' },
      type: 'text',
      of: ({ entitled }, language) =>
        (entitled ? { zh: '个人办证', en: 'yes' } : { zh: '集体借阅', en: 'reads with the class' })[language],
    },
  ],
};

export const printedApplications: PrintedList<ApplicationView> = {
  name: 'card-applications',
  title: { zh: '办证申请名单', en: 'Applications for cards' },
  columns: [
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        applied: { zh: '已申请', en: 'applied' },
        withdrawn: { zh: '已撤回', en: 'withdrawn' },
        declined: { zh: '未批准', en: 'declined' },
      },
    },
    { key: 'appliedOn', title: { zh: '申请日期', en: 'Applied' }, type: 'day' },
    { key: 'cardNumber', title: { zh: '借书证号', en: 'Card number' }, type: 'text' },
    { key: 'why', title: { zh: '说明', en: 'Reason' }, type: 'text' },
  ],
  signatures: [{ zh: '班主任', en: 'Class teacher' }],
};
