-- lending-share.version, written by `npm run emit`
-- takes uuid
-- gives integer
select version from lending_share where school_id = $1
