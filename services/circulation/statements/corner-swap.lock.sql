-- corner-swap.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, json
select id, school_id as "schoolId", state, proposed_on::text as "proposedOn", ended_on::text as "endedOn", note,
     json_build_array(
       json_build_object('cornerId', corner_id, 'classId', class_id, 'barcodes', barcodes, 'agreedBy', agreed_by),
       json_build_object('cornerId', other_corner_id, 'classId', other_class_id, 'barcodes', other_barcodes,
         'agreedBy', other_agreed_by)) as sides
   from corner_swap where id = $1 for update
