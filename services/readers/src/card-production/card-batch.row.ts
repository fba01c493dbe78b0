/** A batch `b` with the class, its steps, and how many are in it. */
export const BATCH_VIEW = `select b.id, b.school_id as "schoolId", b.class_id as "classId", b.window_id as "windowId",
    k.section, k.entry_year as "entryYear", k.class_no as "classNo", b.cancelled_on::text as "cancelledOn",
    b.created_on::text as "createdOn", b.created_by as "createdBy", s.steps, n.readers, n.cards
  from card_batch b join school_class k on k.id = b.class_id
  cross join lateral (select jsonb_agg(jsonb_build_object('position', s.position, 'doneOn', s.done_on, 'doneBy', s.done_by)
    order by s.position) as steps from card_batch_step s where s.batch_id = b.id) s
  cross join lateral (select count(*)::int as readers, count(c.card_id)::int as cards
    from card_batch_reader c where c.batch_id = b.id) n`;
