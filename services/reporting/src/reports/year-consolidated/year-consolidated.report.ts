import { statement } from '@shulian/service-kit';
import { perHead, type Report } from '../report-definition.report.js';
import { copiesThat, fen, fenOf, int, NEW_COPIES, peopleOn, SCHOOL_SELECTED, schoolColumns, schoolsOn, stockOn, sumsOf, thereOn, YEAR_TO } from '../school-sums.row.js'; // prettier-ignore

const year = [YEAR_TO('$2'), '$2'] as const;

/** What a library did and has, of the twelve months up to the last day, school by school and all together (RPT-007). */
export const yearConsolidated: Report = {
  name: 'year-consolidated',
  title: { zh: '年度数据汇总', en: 'The figures of a year' },
  parameters: ['schoolId', 'to'],
  columns: {
    ...schoolColumns,
    countedFrom: { title: { zh: '统计起始', en: 'Counted from' }, type: 'day' },
    readers: { title: { zh: '读者', en: 'Readers' }, type: 'integer' },
    pupils: { title: { zh: '学生', en: 'Pupils' }, type: 'integer' },
    titles: { title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    copies: { title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    valueFen: { title: { zh: '馆藏金额', en: 'Value' }, type: 'fen' },
    copiesPerPupil: { title: { zh: '生均藏书', en: 'Copies per pupil' }, type: 'decimal' },
    newCopies: { title: { zh: '新增册数', en: 'New copies' }, type: 'integer' },
    newFen: { title: { zh: '新增金额', en: 'Value of new copies' }, type: 'fen' },
    struck: { title: { zh: '注销册数', en: 'Struck' }, type: 'integer' },
    struckFen: { title: { zh: '注销金额', en: 'Value struck' }, type: 'fen' },
    lost: { title: { zh: '丢失', en: 'Lost' }, type: 'integer' },
    mended: { title: { zh: '修复', en: 'Mended' }, type: 'integer' },
    paidFen: { title: { zh: '赔款', en: 'Paid for lost ones' }, type: 'fen' },
    loans: { title: { zh: '借出册数', en: 'Loans' }, type: 'integer' },
    returns: { title: { zh: '归还册数', en: 'Returns' }, type: 'integer' },
    inRoom: { title: { zh: '室内阅览册次', en: 'Read in the room' }, type: 'integer' },
    loansPerReader: { title: { zh: '人均借阅', en: 'Loans per reader' }, type: 'decimal' },
  },
  statement: statement(
    'report.year-consolidated',
    `with ${schoolsOn('$2')}, people as (
       ${peopleOn('$2')}
     ), held as (
       ${stockOn('$2', { copies: 'copies', titles: 'titles', value_fen: 'value_fen' }, `main_class = '*'`)}
     ), moved as (
       ${sumsOf('movement_sum', year, {
         came: copiesThat(...NEW_COPIES),
         came_fen: fenOf(...NEW_COPIES),
         struck: copiesThat('out:%'),
         struck_fen: fenOf('out:%'),
         lost: copiesThat('lost'),
         mended: copiesThat('repair:ended'),
         paid_fen: fenOf('paid'),
       })}
     ), lent as (
       ${sumsOf('lending_sum', year, { loans: 'loans', returns: 'returns', in_room: 'in_room' })}
     )
     select ${SCHOOL_SELECTED}, ${YEAR_TO('$2')}::text as "countedFrom", ${int('p.readers')} as readers, ${int('p.pupils')} as pupils,
            ${int('h.titles')} as titles, ${int('h.copies')} as copies, ${fen('h.value_fen')} as "valueFen",
            ${perHead('h.copies', 'p.pupils')} as "copiesPerPupil", ${int('m.came')} as "newCopies", ${fen('m.came_fen')} as "newFen",
            ${int('m.struck')} as struck, ${fen('m.struck_fen')} as "struckFen", ${int('m.lost')} as lost, ${int('m.mended')} as mended,
            ${fen('m.paid_fen')} as "paidFen", ${int('l.loans')} as loans, ${int('l.returns')} as returns,
            ${int('l.in_room')} as "inRoom", ${perHead('l.loans', 'p.readers')} as "loansPerReader"
     from school s left join people p using (school_id) left join held h using (school_id) left join moved m using (school_id)
       left join lent l using (school_id)
     ${thereOn('$2', 'h.copies', 'p.readers', 'l.loans')}
     order by s.code, s.school_id`,
  ),
  values: ({ schoolId, on }) => [schoolId, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      countedFrom: '2026-01-01',
      readers: 1_230,
      pupils: 1_156,
      titles: 9_120,
      copies: 28_900,
      valueFen: 72_250_000,
      copiesPerPupil: 25,
      newCopies: 1_828,
      newFen: 2_700_000,
      struck: 126,
      struckFen: 214_200,
      lost: 15,
      mended: 122,
      paidFen: 24_750,
      loans: 36_800,
      returns: 36_100,
      inRoom: 940,
      loansPerReader: 29.9,
    },
  ],
};
