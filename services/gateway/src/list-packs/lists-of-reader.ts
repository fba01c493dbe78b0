import type { ListOfPack } from './list-of-pack.js';

/**
 * What the services keep of one reader, as far as whoever asks may see it: the right to look at and to take along what is
 * kept of oneself (个人信息保护法 article 45).
 * @param schoolId said where the caller works there; a reader asks for the own and says none
 */
export function listsOfReader(readerId: string, schoolId: string | null): ListOfPack[] {
  const of = (list: string): string => `${list}?readerId=${readerId}`;
  const at = (list: string): string => `${of(list)}${schoolId === null ? '' : `&schoolId=${schoolId}`}`;
  return [
    { letter: '01', title: { zh: '读者档案', en: 'Reader' }, service: 'readers', path: `readers/${readerId}`, unprinted: true, alone: true }, // prettier-ignore
    { letter: '02', title: { zh: '借阅', en: 'Loans' }, service: 'circulation', path: at('loans') },
    { letter: '03', title: { zh: '预约', en: 'Holds' }, service: 'circulation', path: at('holds') },
    {
      letter: '04',
      title: { zh: '赔偿', en: 'Compensations' },
      service: 'circulation',
      path: at('compensations'),
    },
    { letter: '05', title: { zh: '服务请求', en: 'Service requests' }, service: 'circulation', path: at('service-requests') }, // prettier-ignore
    {
      letter: '06',
      title: { zh: '座位预约', en: 'Seats' },
      service: 'circulation',
      path: at('seat-bookings'),
    },
    { letter: '07', title: { zh: '换书', en: 'Exchanged books' }, service: 'circulation', path: at('exchange-books') }, // prettier-ignore
    { letter: '08', title: { zh: '催还联系', en: 'Talks about returns' }, service: 'circulation', path: at('return-contacts') }, // prettier-ignore
    {
      letter: '09',
      title: { zh: '读书计划', en: 'Reading plans' },
      service: 'readers',
      path: of('reading-plans'),
    },
    { letter: '10', title: { zh: '读书荣誉', en: 'Reading awards' }, service: 'readers', path: of('reading-awards') }, // prettier-ignore
    { letter: '11', title: { zh: '监护人', en: 'Guardians' }, service: 'readers', path: at('guardians') },
    {
      letter: '12',
      title: { zh: '联系方式', en: 'Contacts' },
      service: 'readers',
      path: at('notice-contacts'),
    },
    { letter: '13', title: { zh: '通知', en: 'Notices' }, service: 'readers', path: at('notices') },
    { letter: '14', title: { zh: '读书笔记', en: 'Reading notes' }, service: 'activities', path: at('reading-notes'), unprinted: true }, // prettier-ignore
    { letter: '15', title: { zh: '竞赛作品', en: 'Contest entries' }, service: 'activities', path: of('contest-entries') }, // prettier-ignore
    { letter: '16', title: { zh: '评奖', en: 'Awards' }, service: 'activities', path: at('awards') },
    { letter: '17', title: { zh: '档案证明', en: 'Certificates of archives' }, service: 'catalog', path: at('archive-certificates') }, // prettier-ignore
    {
      letter: '18',
      title: { zh: '查阅记录', en: 'Who looked' },
      service: 'readers',
      path: at('access-records'),
    },
  ];
}
