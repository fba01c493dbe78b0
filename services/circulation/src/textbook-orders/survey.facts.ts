import { statement, type Rows } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { classesOfTerm } from '../textbooks/classes-of-term.facts.js';
import { shareOf, type Need, type TextbookKind } from '../textbooks/rules/textbook.js';
import type { Surveyed, TextbookOrder } from './rules/textbook-order.js';
import { describedColumns } from './textbook-order.row.js';

const TERM = statement(
  'textbookOrders.term',
  'select starts_on::text as "startsOn" from known_term where term_id = $2 and school_id = $1',
);
const NEEDS = statement(
  'textbookOrders.needs',
  `select n.textbook_id as "textbookId", n.grade, n.stream, n.per_pupil as "perPupil"
   from textbook_need n where n.school_id = $1 and n.term_id = $2`,
);
/** Of textbooks in use that a term needs or a group wishes. */
const TEXTBOOKS = statement(
  'textbookOrders.textbooks',
  `with asked as (
     select textbook_id, 0 as wished from textbook_need where school_id = $1 and term_id = $2
     union all select textbook_id, quantity from textbook_wish where order_id = $3),
   summed as (select textbook_id, sum(wished)::int as wished from asked group by 1)
   select ${describedColumns}, b.price_fen as "priceFen", a.wished, coalesce(s.on_hand, 0) as "onHand",
     (select coalesce(sum(l.expected), 0)::int from textbook_delivery d join textbook_delivery_line l on l.delivery_id = d.id
      where d.school_id = $1 and d.status = 'expected' and l.textbook_id = b.id) as coming
   from summed a join textbook b on b.id = a.textbook_id and b.status = 'in-use'
   left join textbook_stock s on s.school_id = $1 and s.textbook_id = b.id
   order by b.kind, b.name, b.id`,
);

export type SurveyedTextbook = Surveyed & {
  readonly kind: TextbookKind;
  readonly name: string;
  readonly subject: string | null;
  readonly publisher: string | null;
  readonly isbn: string | null;
  readonly priceFen: number | null;
};

/** What a round would order as things stand: what classes need by their lists of today, what groups wish, what there is. */
export const surveyOf = async (
  rows: Rows,
  { id, schoolId, termId }: Pick<TextbookOrder, 'id' | 'termId'> & { readonly schoolId: SchoolId },
): Promise<SurveyedTextbook[]> => {
  const [term] = await rows.rows<{ startsOn: CalendarDay }>(TERM, [schoolId, termId]);
  const classes = term === undefined ? [] : await classesOfTerm(rows, schoolId, term.startsOn);
  const needs = await rows.rows<Need>(NEEDS, [schoolId, termId]);
  const needed = new Map<string, number>();
  for (const each of classes)
    for (const [textbookId, quantity] of shareOf(each, needs))
      needed.set(textbookId, (needed.get(textbookId) ?? 0) + quantity);
  const found = await rows.rows<Omit<SurveyedTextbook, 'needed'>>(TEXTBOOKS, [schoolId, termId, id]);
  return found.map((row) => ({ ...row, needed: needed.get(row.textbookId) ?? 0 }));
};
