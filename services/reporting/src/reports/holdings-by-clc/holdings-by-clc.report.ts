import { statement } from '@shulian/service-kit';
import { BEGINNING, COUNTY, percent, type Report } from '../report-definition.report.js';
import { mainClasses } from '../rules/main-classes.js';

export const holdingsByClc: Report = {
  name: 'holdings-by-clc',
  title: { zh: '馆藏分类统计', en: 'Holdings by main class' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    mainClass: { title: { zh: '中图法大类', en: 'CLC main class' }, type: 'text', words: mainClasses },
    titles: { title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    copies: { title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    copiesPerTitle: { title: { zh: '平均复本', en: 'Copies per title' }, type: 'decimal' },
    valueFen: { title: { zh: '金额', en: 'Value' }, type: 'fen' },
    sharePercent: { title: { zh: '占比(%)', en: 'Share (%)' }, type: 'decimal' },
  },
  // Average copies with three decimals, as registers have it: 214,392 / 80,974 = 2.648 (RPT-012).
  statement: statement(
    'report.holdings-by-clc',
    `with held as (
       select c.main_class, sum(k.titles)::int as titles, sum(k.copies)::int as copies, sum(k.value_fen) as value_fen
       from unnest(string_to_array('A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z,?', ',')) c(main_class)
         cross join day_pieces(${BEGINNING}, $2) p
         cross join lateral (
           select sum(titles) as titles, sum(copies) as copies, sum(value_fen) as value_fen from stock_sum
           where school_id = coalesce($1, ${COUNTY}) and main_class = c.main_class and grain = p.grain
             and starts_on between p.starts and p.ends) k
       group by 1
     )
     select main_class as "mainClass", titles, copies,
            round(copies::numeric / nullif(titles, 0), 3)::float8 as "copiesPerTitle", value_fen::float8 as "valueFen",
            ${percent('copies', 'sum(copies) over ()')} as "sharePercent"
     from held where copies > 0 order by 1`,
  ),
  values: ({ schoolId, on }) => [schoolId, on],
  sample: [
    {
      mainClass: 'I',
      titles: 80974,
      copies: 214392,
      copiesPerTitle: 2.648,
      valueFen: 482382000,
      sharePercent: 61.3,
    },
  ],
};
