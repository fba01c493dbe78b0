-- lending-share.of, written by `npm run emit`
-- takes uuid
-- gives boolean, boolean
select open, takes_back as "takesBack" from lending_share where school_id = $1
