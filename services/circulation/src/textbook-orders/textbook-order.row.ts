/** What came of a textbook `x` of an order `y` and is fit. */
export const receivedOf = (order: string, textbook: string): string =>
  `coalesce((select sum(dl.delivered - dl.unusable) from textbook_delivery d join textbook_delivery_line dl on dl.delivery_id = d.id
     where d.order_id = ${order} and d.status = 'arrived' and dl.textbook_id = ${textbook}), 0)::int`;

/** A round `o` as the steps of its way read it. */
export const ORDER = `select o.id, o.school_id as "schoolId", o.term_id as "termId", o.name, o.wishes_until::text as "wishesUntil",
    o.status, o.confirmed_on::text as "confirmedOn", o.reported_on::text as "reportedOn", o.office_note as "officeNote", o.version
  from textbook_order o`;

/** A round `o` of a term `t` with its sums. */
export const ORDER_VIEW = `select o.id, o.school_id as "schoolId", h.name as school, o.term_id as "termId", t.starts_on::text as "termBegins", o.name,
    o.wishes_until::text as "wishesUntil", o.status, o.confirmed_on::text as "confirmedOn", o.reported_on::text as "reportedOn",
    o.office_note as "officeNote", w.groups, l.textbooks, l.volumes, l."amountFen", r.received, o.version
  from textbook_order o left join known_term t on t.term_id = o.term_id left join known_school h on h.school_id = o.school_id
  cross join lateral (
    select count(distinct (group_kind, group_name))::int as groups from textbook_wish where order_id = o.id) w
  cross join lateral (
    select count(*)::int as textbooks, coalesce(sum(quantity), 0)::int as volumes,
      coalesce(sum(quantity * price_fen), 0)::int as "amountFen"
    from textbook_order_line where order_id = o.id) l
  cross join lateral (
    select coalesce(sum(dl.delivered - dl.unusable), 0)::int as received
    from textbook_delivery d join textbook_delivery_line dl on dl.delivery_id = d.id
    where d.order_id = o.id and d.status = 'arrived') r`;

/** Columns of a textbook `b`. */
export const describedColumns = `b.id as "textbookId", b.kind, b.name, b.subject, b.publisher, b.isbn`;
