import { statement } from '@shulian/service-kit';
import { COUNTY, percent, type Report } from '../report-definition.report.js';
import { accessionSources } from '../rules/accession-sources.js';
import { SCHOOL_SELECTED, schoolColumns, schoolsOn } from '../school-sums.row.js';

export const acquisitionsBySource: Report = {
  name: 'acquisitions-by-source',
  title: { zh: '入藏与经费统计（按来源）', en: 'Acquisitions and spending by source' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...schoolColumns,
    source: { title: { zh: '来源', en: 'Source' }, type: 'text', words: accessionSources },
    copies: { title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    valueFen: { title: { zh: '金额', en: 'Value' }, type: 'fen' },
    averageFen: { title: { zh: '册均价', en: 'Average price' }, type: 'fen' },
    sharePercent: { title: { zh: '占比(%)', en: 'Share (%)' }, type: 'decimal' },
  },
  // To the fen, halves up: 27,000 yuan for 1,828 copies are 14.77 each (RPT-015).
  statement: statement(
    'report.acquisitions-by-source',
    `with ${schoolsOn('$4')}, came as (
       select coalesce(k.school_id, ${COUNTY}) as school_id, substr(k.movement, 4) as source, sum(k.copies)::int as copies,
              sum(k.value_fen) as value_fen
       from day_pieces($2, $3) p cross join lateral (
         select school_id, movement, sum(copies) as copies, sum(value_fen) as value_fen from movement_sum
         where school_id = any(array(select school_id from school)) and movement like 'in:%' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1, 2) k
       group by grouping sets ((k.school_id, k.movement), (k.movement))
     )
     select ${SCHOOL_SELECTED}, c.source, c.copies, c.value_fen::float8 as "valueFen",
            round(c.value_fen / nullif(c.copies, 0))::float8 as "averageFen",
            ${percent('c.copies', 'sum(c.copies) over (partition by s.school_id)')} as "sharePercent"
     from school s join came c using (school_id) where c.copies > 0
     order by s.code, s.school_id, c.copies desc, c.source`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      source: 'purchase',
      copies: 1828,
      valueFen: 2_700_000,
      averageFen: 1477,
      sharePercent: 91.4,
    },
  ],
};
