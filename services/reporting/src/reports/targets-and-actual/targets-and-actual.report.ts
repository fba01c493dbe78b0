import { statement } from '@shulian/service-kit';
import { perHead, type Report } from '../report-definition.report.js';
import { CLASSES, LENT_TO_CLASSES, pupilsOn, sampleSchool, schoolColumns, SCHOOLS, visitsBy, yesNo } from '../pieces-of-use.report.js'; // prettier-ignore

/** What a school said for a grade, else for all of its grades; targets as they stood on the day. */
const TARGETS = `target as (
       select school_id, what, t.of, t.grade, coalesce(t.loans, t."perWeek") as amount
       from (select distinct on (school_id, what) * from known_target
             where since <= $4::date and ($1::uuid is null or school_id = $1) order by school_id, what, since desc) k
         cross join lateral jsonb_to_recordset(k.targets) as t(of text, grade int, loans int, "perWeek" int))`;
const targetOf = (what: string, of: string): string => `(select t.amount from target t
      where t.school_id = g.school_id and t.what = '${what}' and ${of} and (t.grade = g.grade or t.grade is null)
      order by t.grade nulls last limit 1)`;
/** Volumes that corners of classes are to have in a term (P-11), as set for each. */
const CORNERS = `corner as (
       select class_id, sum(target)::int as target
       from (select distinct on (corner_id) * from known_corner
             where since <= $4::date and ($1::uuid is null or school_id = $1) order by corner_id, since desc) k
       where class_id is not null and not closed group by 1)`;
const met = (actual: string, target: string): string =>
  `case when ${target} is not null and ${actual} is not null then case when ${actual} >= ${target} then 'yes' else 'no' end end`;

/** Where schools and grades stand against what they set themselves: loans of each pupil, visits a week, volumes for corners (RPT-032). */
export const targetsAndActual: Report = {
  name: 'targets-and-actual',
  title: { zh: '借阅指标完成情况', en: 'Targets and what was reached' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...schoolColumns,
    grade: { title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    pupils: { title: { zh: '学生数', en: 'Pupils' }, type: 'integer' },
    loansTarget: { title: { zh: '人均借书指标', en: 'Loans per pupil: target' }, type: 'integer' },
    loansPerPupil: { title: { zh: '人均借书', en: 'Loans per pupil' }, type: 'decimal' },
    loansMet: { title: { zh: '借书达标', en: 'Reached' }, type: 'text', words: yesNo },
    visitsTarget: { title: { zh: '每周人均到馆指标', en: 'Visits a week: target' }, type: 'integer' },
    visitsPerWeek: { title: { zh: '每周人均到馆', en: 'Visits of each pupil a week' }, type: 'decimal' },
    visitsMet: { title: { zh: '到馆达标', en: 'Reached' }, type: 'text', words: yesNo },
    cornerTarget: { title: { zh: '图书角指标册数', en: 'Corners: target' }, type: 'integer' },
    corner: { title: { zh: '图书角、图书箱册数', en: 'For corners and boxes' }, type: 'integer' },
    cornersMet: { title: { zh: '图书角达标', en: 'Reached' }, type: 'text', words: yesNo },
  },
  longestForSchool: 731,
  longestForCounty: 731,
  statement: statement(
    'report.targets-and-actual',
    `with ${SCHOOLS}, ${CLASSES}, ${pupilsOn('members', '$4::date')}, ${LENT_TO_CLASSES}, ${visitsBy('visited', 'class_id')},
     ${TARGETS}, ${CORNERS}, week as (select greatest(1, (least($3::date, $4::date) - $2::date + 1) / 7.0) as weeks),
     grade as (
       select c.school_id, grade_on(c.section, c.entry_year, $4::date) as grade, sum(m.pupils)::int as pupils,
              coalesce(sum(l.loans), 0)::int as loans, coalesce(sum(v.visits), 0)::int as visits,
              coalesce(sum(l.corner), 0)::int as corner, sum(k.target)::int as corner_target
       from class c left join members m using (class_id) left join lent l using (class_id) left join visited v using (class_id)
         left join corner k using (class_id)
       where m.pupils > 0 and grade_on(c.section, c.entry_year, $4::date) is not null group by 1, 2),
     aimed as (
       select g.*, ${targetOf('loans', `t.of = 'pupil'`)} as loans_target,
              coalesce(${targetOf('visits', 'true')}, 1) as visits_target, round(g.loans::numeric / g.pupils, 1) as per_pupil,
              round(g.visits / (g.pupils * w.weeks), 1) as per_week
       from grade g cross join week w)
     select a.school_id as "schoolId", s.name as school, a.grade, a.pupils, a.loans_target as "loansTarget",
            ${perHead('a.loans', 'a.pupils')} as "loansPerPupil",
            ${met('a.loans', 'a.loans_target * a.pupils')} as "loansMet", a.visits_target as "visitsTarget",
            a.per_week::float8 as "visitsPerWeek", ${met('a.visits', 'a.visits_target * a.pupils * w.weeks')} as "visitsMet",
            a.corner_target as "cornerTarget", a.corner, ${met('a.corner', 'a.corner_target')} as "cornersMet"
     from aimed a join school s using (school_id) cross join week w
     order by s.code, a.grade`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  privacyFloor: {
    people: 'pupils',
    least: 5,
    hides: ['loansPerPupil', 'loansMet', 'visitsPerWeek', 'visitsMet', 'corner', 'cornersMet'],
  },
  sample: [
    {
      ...sampleSchool,
      grade: 3,
      pupils: 180,
      loansTarget: 10,
      loansPerPupil: 10.9,
      loansMet: 'yes',
      visitsTarget: 1,
      visitsPerWeek: 0.8,
      visitsMet: 'no',
      cornerTarget: 200,
      corner: 200,
      cornersMet: 'yes',
    },
  ],
};
