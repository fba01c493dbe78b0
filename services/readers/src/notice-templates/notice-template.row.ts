/** A template `t` that a school wrote. */
export const TEMPLATE_VIEW = `select t.school_id as "schoolId", t.kind, t.recipient, t.language, t.subject, t.body, t.version,
    t.changed_on::text as "changedOn"
  from notice_template t`;
