/** A box `x` with the document `m` it went by. The next class is added in TypeScript. */
export const BOX_VIEW = `select x.id, x.school_id as "schoolId", x.kind, x.name, x.theme,
    (select count(*)::int from book_box_copy c where c.box_id = x.id) as copies, x.size, x.route,
    case when x.manifest_id is not null then json_build_object('kind',
      case when x.reader_id is null then 'class' else 'reader' end, 'id', coalesce(x.reader_id, x.class_id)) end as holder,
    x.reader_id as "readerId", x.manifest_id as "manifestId", m.sent_on::text as since, m.due_on::text as "dueOn",
    x.last_class_id as "lastClassId", x.closed, x.version
  from book_box x left join block_manifest m on m.id = x.manifest_id`;

/** A copy `c` of a box `x`. */
export const BOX_COPY_VIEW = `select c.packed::text as packed, c.copy_id as "copyId", k.barcode as "copyBarcode", kt.title,
    k.call_number as "callNumber", lc.state as "lendingState", k.stock_state as "stockState",
    case when x.manifest_id is null then lc.state = 'in'
      else exists (select from block_line l join block_manifest m on m.id = l.manifest_id
        where l.loan_id = lc.loan_id and m.target_id = x.id) end as "inBox",
    lc.state = 'in' and k.stock_state = 'lendable' and k.kind <> 'reference'
      and coalesce((select t.waiting = 0 from title_queue t where t.title_id = k.title_id), true) as "liesFree"
  from book_box_copy c join book_box x on x.id = c.box_id join known_copy k on k.copy_id = c.copy_id
  join lent_copy lc on lc.copy_id = c.copy_id left join known_title kt on kt.title_id = k.title_id`;
