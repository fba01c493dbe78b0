-- visit.takes-back, written by `npm run emit`
-- takes uuid
-- gives boolean
select takes_back as may from lending_share where school_id = $1
