-- e-resources.used, written by `npm run emit`
-- takes uuid
-- gives boolean
select exists (select from e_resource_line where resource_id = $1) or exists (select from feature_entry where resource_id = $1)
     or exists (select from e_book_line where resource_id = $1) or exists (select from bibliography_entry where resource_id = $1) as used
