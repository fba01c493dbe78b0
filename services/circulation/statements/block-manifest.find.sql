-- block-manifest.find, written by `npm run emit`
-- takes uuid, text[], text[]
-- gives nothing
update block_line l set finding = case when k.barcode = any($2::text[]) then 'missing'
       when k.barcode = any($3::text[]) then 'damaged' end
   from known_copy k where l.manifest_id = $1 and k.copy_id = l.copy_id
