import type { PrintedList, Words } from '@shulian/service-kit';
import type { StaffCountsView, StaffMemberView } from './library-staff.http.js';
import type { Education, StaffFault, StaffTitle } from './rules/staff-member.js';

const titleWords: Readonly<Record<StaffTitle, Words>> = {
  'research-librarian': { zh: '研究馆员', en: 'research librarian' },
  'associate-research-librarian': { zh: '副研究馆员', en: 'associate research librarian' },
  librarian: { zh: '馆员', en: 'librarian' },
  'assistant-librarian': { zh: '助理馆员', en: 'assistant librarian' },
  clerk: { zh: '管理员', en: 'clerk' },
  none: { zh: '未评职称', en: 'none' },
};
const educationWords: Readonly<Record<Education, Words>> = {
  doctor: { zh: '博士', en: 'doctor' },
  master: { zh: '硕士', en: 'master' },
  bachelor: { zh: '本科', en: 'bachelor' },
  college: { zh: '大专', en: 'college' },
  secondary: { zh: '中专及以下', en: 'secondary' },
};
const faultWords: Readonly<Record<StaffFault, Words>> = {
  'no-certificate': { zh: '无上岗证', en: 'no certificate' },
  'certificate-expired': { zh: '证书过期', en: 'certificate expired' },
  'head-below-bachelor': { zh: '馆长学历不足', en: 'head without a bachelor' },
};
const SCHOOL = { key: 'schoolName', title: { zh: '学校', en: 'School' }, type: 'text' } as const;

export const printedStaff: PrintedList<StaffMemberView> = {
  name: 'library-staff',
  title: { zh: '图书馆工作人员登记表', en: 'Library staff' },
  columns: [
    SCHOOL,
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    { key: 'title', title: { zh: '职称', en: 'Title' }, type: 'text', words: titleWords },
    { key: 'education', title: { zh: '学历', en: 'Education' }, type: 'text', words: educationWords },
    {
      key: 'post',
      title: { zh: '岗位', en: 'Post' },
      type: 'text',
      of: ({ post, isHead }, language) =>
        isHead ? { zh: `馆长（${post}）`, en: `head (${post})` }[language] : post,
    },
    { key: 'weeklyHours', title: { zh: '周课时', en: 'Hours a week' }, type: 'integer' },
    { key: 'certificateNumber', title: { zh: '上岗证号', en: 'Certificate' }, type: 'text' },
    { key: 'startsOn', title: { zh: '到岗日期', en: 'From' }, type: 'day' },
    { key: 'endsOn', title: { zh: '离岗日期', en: 'To' }, type: 'day' },
    {
      key: 'faults',
      title: { zh: '不符项', en: 'Not as asked' },
      type: 'text',
      of: ({ faults }, language) => faults.map((fault) => faultWords[fault][language]).join('、'),
    },
  ],
};

export const printedStaffCounts: PrintedList<StaffCountsView> = {
  name: 'library-staff-counts',
  title: { zh: '图书馆工作人员统计表', en: 'Library staff by school' },
  columns: [
    SCHOOL,
    { key: 'staff', title: { zh: '人数', en: 'Staff' }, type: 'integer', total: 'sum' },
    { key: 'senior', title: { zh: '高级职称', en: 'Senior' }, type: 'integer', total: 'sum' },
    { key: 'librarians', title: { zh: '馆员', en: 'Librarians' }, type: 'integer', total: 'sum' },
    { key: 'assistants', title: { zh: '助理馆员', en: 'Assistants' }, type: 'integer', total: 'sum' },
    { key: 'clerks', title: { zh: '管理员', en: 'Clerks' }, type: 'integer', total: 'sum' },
    { key: 'bachelors', title: { zh: '本科及以上', en: 'Bachelor or more' }, type: 'integer', total: 'sum' },
    { key: 'colleges', title: { zh: '大专', en: 'College' }, type: 'integer', total: 'sum' },
    { key: 'secondaries', title: { zh: '中专及以下', en: 'Secondary' }, type: 'integer', total: 'sum' },
    { key: 'certified', title: { zh: '持证人数', en: 'Certified' }, type: 'integer', total: 'sum' },
    {
      key: 'headHasBachelor',
      title: { zh: '馆长学历', en: 'Head' },
      type: 'text',
      of: ({ headHasBachelor }, language) => {
        if (headHasBachelor === null) return { zh: '无馆长', en: 'no head' }[language];
        return (headHasBachelor ? { zh: '达标', en: 'bachelor' } : { zh: '不足', en: 'below' })[language];
      },
    },
  ],
};
