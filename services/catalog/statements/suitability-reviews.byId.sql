-- suitability-reviews.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, text, text, text, text, text, text, smallint, smallint, text, text, text, text, text
select id, school_id as "schoolId", title_id as "titleId", isbn, name, contributor, publisher, clc, verdict, audience,
  first_grade as "firstGrade", last_grade as "lastGrade", reviewer, remark, reviewed_on::text as "reviewedOn",
  retracted_on::text as "retractedOn", retraction_reason as "retractionReason" from suitability_review where id = $1
