-- serialShelving.isSerial, written by `npm run emit`
-- takes uuid
-- gives boolean
select exists (select from serial where title_id = $1) as known
