/** A donation `d` with the name of its corner `c`. */
export const DONATION_VIEW = `select d.id, d.school_id as "schoolId", d.corner_id as "cornerId", c.name as corner,
    case when d.giver is null then json_build_object('kind', case when d.reader_id is null then 'class' else 'reader' end,
      'id', coalesce(d.reader_id, d.class_id)) end as donor,
    d.reader_id as "readerId", d.giver, d.title, d.author, d.occasion, d.volumes, d.offered_on::text as "offeredOn", d.state,
    d.sound, d.scientific, d.interesting, d.why, d.vetted_on::text as "vettedOn", d.vetted_by as "vettedBy", d.version
  from corner_donation d join book_corner c on c.id = d.corner_id`;
