/** An export `e` with where it stands, by its last step `s`. */
export const EXPORT_VIEW = `select e.id, e.school_id as "schoolId", e.from_day::text as "from", e.to_day::text as "to",
    e.profile_version as "profileVersion", e.rooms, e.format, e.sha256, e.made_on::text as "madeOn", s.state, s.receipt
  from asset_export e cross join lateral (
    select state, receipt from asset_export_step where export_id = e.id order by place desc limit 1) s`;
