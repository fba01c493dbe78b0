import type { PrintedList, Words } from '@shulian/service-kit';
import type { MemberView, ServedGroupView, ServiceView } from './served-groups.http.js';

const sorts: Readonly<Record<string, Words>> = {
  outside: { zh: '校外服务', en: 'outside' },
  special: { zh: '特殊群体', en: 'special readers' },
  profile: { zh: '信息服务用户', en: 'profile' },
};
const kinds: Readonly<Record<string, Words>> = {
  'army-unit': { zh: '部队', en: 'army unit' },
  enterprise: { zh: '企业', en: 'enterprise' },
  institution: { zh: '事业单位', en: 'institution' },
  community: { zh: '社区', en: 'community' },
  school: { zh: '兄弟学校', en: 'school' },
  person: { zh: '个人', en: 'person' },
  'left-behind': { zh: '留守学生', en: 'left-behind pupils' },
  migrant: { zh: '随迁子女', en: 'migrant pupils' },
  disabled: { zh: '残障读者', en: 'disabled readers' },
  'low-income': { zh: '家庭困难学生', en: 'pupils in need' },
  'reading-difficulty': { zh: '阅读困难学生', en: 'reading difficulty' },
  retired: { zh: '离退休教职工', en: 'retired staff' },
  department: { zh: '部门、教研组', en: 'department' },
  project: { zh: '课题组', en: 'project' },
  teacher: { zh: '教师', en: 'teacher' },
  other: { zh: '其他', en: 'other' },
};
const services: Readonly<Record<string, Words>> = {
  reading: { zh: '到馆阅览', en: 'reading' },
  lending: { zh: '借阅', en: 'lending' },
  consultation: { zh: '咨询', en: 'consultation' },
  delivery: { zh: '送书上门', en: 'delivery' },
  sent: { zh: '推送资料', en: 'sent' },
  search: { zh: '代查资料', en: 'search' },
  training: { zh: '培训辅导', en: 'training' },
  other: { zh: '其他', en: 'other' },
};

export const printedGroups: PrintedList<ServedGroupView> = {
  name: 'served-groups',
  title: { zh: '服务对象登记表', en: 'Groups that are served' },
  columns: [
    { key: 'sort', title: { zh: '类别', en: 'Sort' }, type: 'text', words: sorts },
    { key: 'kind', title: { zh: '对象', en: 'Kind' }, type: 'text', words: kinds },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'needs', title: { zh: '需求、约定', en: 'Needs' }, type: 'text' },
    { key: 'agreementNumber', title: { zh: '协议编号', en: 'Agreement' }, type: 'text' },
    { key: 'agreedFrom', title: { zh: '协议起', en: 'From' }, type: 'day' },
    { key: 'agreedTo', title: { zh: '协议止', en: 'To' }, type: 'day' },
    { key: 'members', title: { zh: '读者数', en: 'Readers' }, type: 'integer' },
    { key: 'services', title: { zh: '服务次数', en: 'Times' }, type: 'integer' },
    { key: 'people', title: { zh: '服务人次', en: 'People' }, type: 'integer' },
    { key: 'lastServedOn', title: { zh: '最近服务', en: 'Last' }, type: 'day' },
  ],
};

export const printedMembers: PrintedList<MemberView> = {
  name: 'served-group-members',
  title: { zh: '服务对象名单', en: 'Members of a group' },
  columns: [
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
    {
      key: 'kind',
      title: { zh: '类型', en: 'Kind' },
      type: 'text',
      words: {
        student: { zh: '学生', en: 'student' },
        teacher: { zh: '教师', en: 'teacher' },
        staff: { zh: '职工', en: 'staff' },
        external: { zh: '校外读者', en: 'external' },
      },
    },
    { key: 'cardNumber', title: { zh: '借书证号', en: 'Card number' }, type: 'text' },
    { key: 'since', title: { zh: '加入日期', en: 'Since' }, type: 'day' },
  ],
};

export const printedServices: PrintedList<ServiceView> = {
  name: 'group-services',
  title: { zh: '服务记录', en: 'Services given' },
  columns: [
    { key: 'givenOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'groupName', title: { zh: '服务对象', en: 'Group' }, type: 'text' },
    { key: 'sort', title: { zh: '类别', en: 'Sort' }, type: 'text', words: sorts },
    { key: 'kind', title: { zh: '服务方式', en: 'Service' }, type: 'text', words: services },
    { key: 'people', title: { zh: '人次', en: 'People' }, type: 'integer' },
    {
      key: 'items',
      title: { zh: '资料', en: 'Items' },
      type: 'text',
      of: ({ items }) => (items.length === 0 ? null : items.join('；')),
    },
    { key: 'servedBy', title: { zh: '服务人', en: 'Served by' }, type: 'text' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
    { key: 'struckOn', title: { zh: '作废日期', en: 'Struck' }, type: 'day' },
  ],
};
