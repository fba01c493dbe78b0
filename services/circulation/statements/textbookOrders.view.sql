-- textbookOrders.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, uuid, text, text, text, text, text, text, text, integer, integer, integer, integer, integer, integer
select o.id, o.school_id as "schoolId", h.name as school, o.term_id as "termId", t.starts_on::text as "termBegins", o.name,
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
    where d.order_id = o.id and d.status = 'arrived') r where o.id = $1
