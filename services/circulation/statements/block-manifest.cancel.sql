-- block-manifest.cancel, written by `npm run emit`
-- takes uuid
-- gives nothing
update block_manifest set state = 'cancelled', version = version + 1 where id = $1
