-- locations.lead, written by `npm run emit`
-- takes uuid, uuid, uuid[], text, text
-- gives nothing
update location p set ancestors = $3::uuid[] || p.ancestors[array_position(p.ancestors, $2) + 1 :],
     path = $4 || substr(p.path, length($5) + 1)
   where p.school_id = $1 and $2 = any(p.ancestors)
