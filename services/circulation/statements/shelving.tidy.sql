-- shelving.tidy, written by `npm run emit`
-- takes uuid, uuid, date, text, text
-- gives uuid, uuid, text, text, text
insert into shelf_tidying (id, school_id, tidied_on, tidied_by, note) values ($1, $2, $3, $4, $5) returning id, school_id as "schoolId", tidied_on::text as "tidiedOn", tidied_by as "tidiedBy", note
