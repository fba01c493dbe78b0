import { statement } from '@shulian/service-kit';
import { COUNTY, type Report } from '../report-definition.report.js';
import { E_BOOKS, int, SCHOOL_SELECTED, schoolColumns, schoolsOn, SERIALS, stockOn, thereOn } from '../school-sums.row.js'; // prettier-ignore

const ofKind = (kind: string, figure: string): string =>
  `case when main_class = 'kind:${kind}' then ${figure} else 0 end`;

/**
 * Reference works, serials, e-books, audiovisual material (RPT-016). The county has one number of titles that its schools hold, but
 * none of serials: the same one is taken by many.
 */
export const otherHoldings: Report = {
  name: 'other-holdings',
  title: {
    zh: '工具书、报刊、电子书与音像资料统计',
    en: 'Reference works, serials, e-books, audiovisual material',
  },
  parameters: ['schoolId', 'to'],
  columns: {
    ...schoolColumns,
    referenceTitles: { title: { zh: '工具书、参考书种数', en: 'Reference titles' }, type: 'integer' },
    referenceCopies: { title: { zh: '工具书、参考书册数', en: 'Reference copies' }, type: 'integer' },
    serialsOf: { title: { zh: '报刊年度', en: 'Year of the serials' }, type: 'integer' },
    newspapers: { title: { zh: '报纸种数', en: 'Newspapers' }, type: 'integer' },
    periodicals: { title: { zh: '期刊种数', en: 'Periodicals' }, type: 'integer' },
    serialTitles: { title: { zh: '报刊合计种数', en: 'Serial titles' }, type: 'integer' },
    boundVolumes: { title: { zh: '期刊合订本', en: 'Bound volumes' }, type: 'integer' },
    audiovisualTitles: { title: { zh: '音像电子出版物种数', en: 'Audiovisual titles' }, type: 'integer' },
    audiovisualItems: { title: { zh: '音像电子出版物件数', en: 'Audiovisual items' }, type: 'integer' },
    eBooks: { title: { zh: '本校电子图书', en: 'E-books of its own' }, type: 'integer' },
    eBooksOfCounty: { title: { zh: '县共享电子图书', en: 'E-books of the county' }, type: 'integer' },
  },
  statement: statement(
    'report.other-holdings',
    `with ${schoolsOn('$2')}, held as (
       ${stockOn(
         '$2',
         {
           reference_titles: ofKind('reference', 'titles'),
           reference_copies: ofKind('reference', 'copies'),
           bound: ofKind('periodical', 'copies'),
           av_titles: ofKind('audiovisual', 'titles'),
           av_items: ofKind('audiovisual', 'copies'),
         },
         `main_class in ('kind:reference', 'kind:periodical', 'kind:audiovisual')`,
       )}
     ), serials as (
       ${SERIALS('$2')}
     ), e_books as (
       ${E_BOOKS('$2')}
     )
     select ${SCHOOL_SELECTED}, ${int('h.reference_titles')} as "referenceTitles", ${int('h.reference_copies')} as "referenceCopies",
            extract(year from $2::date)::int as "serialsOf",
            case when s.school_id <> ${COUNTY} then ${int('r.newspapers')} end as newspapers,
            case when s.school_id <> ${COUNTY} then ${int('r.periodicals')} end as periodicals,
            case when s.school_id <> ${COUNTY} then ${int('r.newspapers + r.periodicals')} end as "serialTitles",
            ${int('h.bound')} as "boundVolumes", ${int('h.av_titles')} as "audiovisualTitles", ${int('h.av_items')} as "audiovisualItems",
            ${int('e.volumes')} as "eBooks",
            (select ${int('sum(volumes)')} from known_e_books where school_id is null and on_day <= $2::date) as "eBooksOfCounty"
     from school s left join held h using (school_id) left join serials r using (school_id) left join e_books e using (school_id)
     ${thereOn('$2', 'h.reference_copies', 'r.copies', 'e.volumes')}
     order by s.code, s.school_id`,
  ),
  values: ({ schoolId, on }) => [schoolId, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      referenceTitles: 450,
      referenceCopies: 612,
      serialsOf: 2026,
      newspapers: 18,
      periodicals: 232,
      serialTitles: 250,
      boundVolumes: 1_240,
      audiovisualTitles: 1_020,
      audiovisualItems: 1_180,
      eBooks: 0,
      eBooksOfCounty: 100_000,
    },
  ],
};
