import { statement } from '@shulian/service-kit';
import { percent, type Report } from '../report-definition.report.js';
import { sampleSchool, schoolColumns, SCHOOLS, yesNo } from '../pieces-of-use.report.js';

/** Of the new titles of a year so many percent are to be recommended in a term (P-39). */
const TARGET = 15;

/**
 * How many of the new titles of the school year were recommended in the period (RPT-029). A title is new in the school year in which
 * the school got its first copy of it; the year is the one of the day as which all is shown.
 */
export const recommendationCoverage: Report = {
  name: 'recommendation-coverage',
  title: { zh: '新书推荐覆盖率', en: 'New titles that were recommended' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...schoolColumns,
    issues: { title: { zh: '推荐期数', en: 'Issues' }, type: 'integer' },
    newTitles: { title: { zh: '当年新书种数', en: 'New titles of the year' }, type: 'integer' },
    recommended: { title: { zh: '其中推荐种数', en: 'Of these recommended' }, type: 'integer' },
    percent: { title: { zh: '推荐占比(%)', en: 'Share (%)' }, type: 'decimal' },
    target: { title: { zh: '指标(%)', en: 'Target (%)' }, type: 'integer' },
    met: { title: { zh: '达标', en: 'Reached' }, type: 'text', words: yesNo },
  },
  longestForSchool: 731,
  longestForCounty: 366,
  statement: statement(
    'report.recommendation-coverage',
    `with ${SCHOOLS}, fresh as (
       select school_id, title_id from school_title
       where school_id = any(array(select school_id from school))
         and since between make_date(school_year_of($4::date), 9, 1) and $4::date
     ), issue as (
       select school_id, title_ids from known_issue
       where school_id = any(array(select school_id from school)) and not withdrawn and published_on between $2::date and $3::date
     ), told as (
       select distinct school_id, title_id from issue cross join lateral unnest(title_ids) title_id
     ), counted as (
       select s.school_id, (select count(*)::int from issue i where i.school_id = s.school_id) as issues,
              (select count(*)::int from fresh f where f.school_id = s.school_id) as new_titles,
              (select count(*)::int from fresh f join told t using (school_id, title_id) where f.school_id = s.school_id) as recommended
       from school s)
     select c.school_id as "schoolId", s.name as school, c.issues, c.new_titles as "newTitles", c.recommended,
            ${percent('c.recommended', 'c.new_titles')} as percent, ${String(TARGET)} as target,
            case when c.new_titles > 0 then case when 100 * c.recommended >= ${String(TARGET)} * c.new_titles then 'yes' else 'no' end end as met
     from counted c join school s using (school_id)
     where $1::uuid is not null or c.issues > 0 or c.new_titles > 0
     order by s.code`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      ...sampleSchool,
      issues: 18,
      newTitles: 600,
      recommended: 96,
      percent: 16,
      target: TARGET,
      met: 'yes',
    },
  ],
};
