-- renumbering.allocate, written by `npm run emit`
-- takes uuid, text, uuid[], boolean[]
-- gives nothing
update shelf_number n set allocated = k.allocated from unnest($3::uuid[], $4::boolean[]) as k (title_id, allocated)
   where n.school_id = $1 and n.clc = $2 and n.title_id = k.title_id
