/** Whether a line `l` that has arrived is short, over, wrong or damaged. */
export const DIFFERS = '(l.delivered - l.unusable <> l.expected or l.unusable > 0)';

const deliveryColumns = `d.id, d.school_id as "schoolId", d.term_id as "termId", d.order_id as "orderId", d.supplier, d.how,
  d.expected_on::text as "expectedOn", d.arrived_on::text as "arrivedOn", d.status, d.contact, d.note, d.version`;

/** A delivery `d` as the steps of its way read it. */
export const DELIVERY = `select ${deliveryColumns} from textbook_delivery d`;

/** A delivery `d` with its sums. */
export const DELIVERY_VIEW = `select ${deliveryColumns}, s.*
  from textbook_delivery d cross join lateral (
    select count(*)::int as textbooks, coalesce(sum(l.expected), 0)::int as expected, coalesce(sum(l.delivered), 0)::int as delivered,
      coalesce(sum(l.unusable), 0)::int as unusable, count(*) filter (where ${DIFFERS})::int as differences
    from textbook_delivery_line l where l.delivery_id = d.id) s`;
