-- contestPrizes.withdraw, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, uuid, uuid, uuid, text
update contest_prize set version = version + 1, status = 'withdrawn' where contest_id = $1 and status = 'granted'
   returning id, version, contest_id as "contestId", school_id as "schoolId", reader_id as "readerId",
  class_id as "classId", level
