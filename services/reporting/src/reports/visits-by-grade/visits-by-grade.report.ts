import { statement } from '@shulian/service-kit';
import { perHead, type Report } from '../report-definition.report.js';
import { pupilsOn, sampleSchool, schoolColumns, SCHOOLS, visitsBy, yesNo } from '../pieces-of-use.report.js';
import { changeOf, isDecline } from '../rules/decline.js';

const BEFORE = (day: string): string => `(${day}::date - interval '1 year')::date`;
const byGrade = (name: string, visited: string, pupils: string, day: string): string => `${name} as (
       select c.school_id, grade_on(c.section, c.entry_year, ${day}) as grade, sum(m.pupils)::int as pupils,
              sum(v.visits)::int as visits
       from known_class c left join ${pupils} m using (class_id) left join ${visited} v using (class_id)
       where ($1::uuid is null or c.school_id = $1) and (m.pupils > 0 or v.visits > 0)
       group by 1, 2)`;

/**
 * How often the pupils of each grade came, against the same days a year before, and a warning where it fell (RPT-034). Grades are
 * compared, not classes: who is in grade 10 now was in grade 9 then.
 */
export const visitsByGrade: Report = {
  name: 'visits-by-grade',
  title: { zh: '各年级到馆趋势', en: 'Trend of visits by grade' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...schoolColumns,
    grade: { title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    pupils: { title: { zh: '学生数', en: 'Pupils' }, type: 'integer' },
    visits: { title: { zh: '到馆人次', en: 'Visits' }, type: 'integer' },
    visitsPerPupil: { title: { zh: '人均到馆', en: 'Visits per pupil' }, type: 'decimal' },
    pupilsBefore: { title: { zh: '上年学生数', en: 'Pupils a year before' }, type: 'integer' },
    visitsBefore: { title: { zh: '上年同期人次', en: 'Visits a year before' }, type: 'integer' },
    visitsPerPupilBefore: { title: { zh: '上年同期人均', en: 'Per pupil a year before' }, type: 'decimal' },
    changePercent: { title: { zh: '人均增减(%)', en: 'Change per pupil (%)' }, type: 'decimal' },
    warning: { title: { zh: '下降预警', en: 'Warning of decline' }, type: 'text', words: yesNo },
  },
  longestForSchool: 366,
  longestForCounty: 366,
  statement: statement(
    'report.visits-by-grade',
    `with ${SCHOOLS}, ${pupilsOn('members', '$4::date')}, ${pupilsOn('members_before', BEFORE('$4'))},
       ${visitsBy('visited', 'class_id')}, ${visitsBy('visited_before', 'class_id', BEFORE('$2'), BEFORE('least($3::date, $4)'))},
       ${byGrade('now', 'visited', 'members', '$4::date')}, ${byGrade('earlier', 'visited_before', 'members_before', BEFORE('$4'))}
     select school_id as "schoolId", s.name as school, grade, coalesce(n.pupils, 0) as pupils, coalesce(n.visits, 0) as visits,
            ${perHead('n.visits', 'n.pupils')} as "visitsPerPupil", coalesce(e.pupils, 0) as "pupilsBefore",
            coalesce(e.visits, 0) as "visitsBefore", ${perHead('e.visits', 'e.pupils')} as "visitsPerPupilBefore"
     from now n full join earlier e using (school_id, grade) join school s using (school_id)
     where grade is not null
     order by s.code, grade`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  shown: (row) => {
    const { pupils, visits, pupilsBefore, visitsBefore } = row as Readonly<Record<string, number>>;
    const change = changeOf(
      { visits: visitsBefore ?? 0, pupils: pupilsBefore ?? 0 },
      { visits: visits ?? 0, pupils: pupils ?? 0 },
    );
    return {
      ...row,
      changePercent: change === null ? null : Math.round(change * 10) / 10,
      warning: isDecline(change) ? 'yes' : 'no',
    };
  },
  privacyFloor: {
    people: 'pupils',
    least: 5,
    hides: ['visits', 'visitsPerPupil', 'visitsBefore', 'visitsPerPupilBefore', 'changePercent', 'warning'],
    // The grade of the year before is of other pupils.
    and: {
      people: 'pupilsBefore',
      least: 5,
      hides: ['visitsBefore', 'visitsPerPupilBefore', 'changePercent', 'warning'],
    },
  },
  sample: [
    {
      ...sampleSchool,
      grade: 10,
      pupils: 480,
      visits: 960,
      visitsPerPupil: 2,
      pupilsBefore: 500,
      visitsBefore: 1_500,
      visitsPerPupilBefore: 3,
      changePercent: -33.3,
      warning: 'yes',
    },
  ],
};
