/** A guardian `g` of a reader `r`, and how often he took part. */
export const GUARDIAN_VIEW = `select g.id, g.school_id as "schoolId", g.reader_id as "readerId", r.class_id as "classId",
    r.name as "readerName", g.name, g.relation, g.contact, g.consent_on::text as "consentOn", g.consent_how as "consentHow",
    g.withdrawn_on::text as "withdrawnOn", g.version,
    (select count(*)::int from participation_guardian p where p.guardian_id = g.id) as participations
  from guardian g join reader r on r.id = g.reader_id`;

/** An activity `p` in which guardians took part. */
export const PARTICIPATION_VIEW = `select p.id, p.school_id as "schoolId", p.activity, p.took_place_on::text as "tookPlaceOn",
    p.pupils, p.note, p.entered_by as "enteredBy",
    (select count(*)::int from participation_guardian g where g.participation_id = p.id) as guardians
  from participation p`;
