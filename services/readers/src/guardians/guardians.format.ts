import type { PrintedList } from '@shulian/service-kit';
import type { GuardianView, ParticipationView } from './guardians.http.js';

export const printedGuardians: PrintedList<GuardianView> = {
  name: 'guardians',
  title: { zh: '家长登记表', en: 'Guardians' },
  columns: [
    { key: 'readerName', title: { zh: '学生', en: 'Pupil' }, type: 'text' },
    { key: 'name', title: { zh: '家长', en: 'Guardian' }, type: 'text' },
    {
      key: 'relation',
      title: { zh: '关系', en: 'Relation' },
      type: 'text',
      words: {
        mother: { zh: '母亲', en: 'mother' },
        father: { zh: '父亲', en: 'father' },
        grandparent: { zh: '祖辈', en: 'grandparent' },
        relative: { zh: '亲属', en: 'relative' },
        guardian: { zh: '监护人', en: 'guardian' },
        other: { zh: '其他', en: 'other' },
      },
    },
    { key: 'contact', title: { zh: '联系方式', en: 'Contact' }, type: 'text' },
    { key: 'consentOn', title: { zh: '同意日期', en: 'Consent' }, type: 'day' },
    { key: 'withdrawnOn', title: { zh: '撤回日期', en: 'Withdrawn' }, type: 'day' },
    { key: 'participations', title: { zh: '参加次数', en: 'Took part' }, type: 'integer' },
  ],
};

export const printedParticipations: PrintedList<ParticipationView> = {
  name: 'participations',
  title: { zh: '家长参加读书活动记录', en: 'Activities with guardians' },
  columns: [
    { key: 'tookPlaceOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'activity', title: { zh: '活动', en: 'Activity' }, type: 'text' },
    { key: 'pupils', title: { zh: '学生人数', en: 'Pupils' }, type: 'integer' },
    { key: 'guardians', title: { zh: '家长人数', en: 'Guardians' }, type: 'integer' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};
