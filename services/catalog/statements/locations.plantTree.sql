-- locations.plantTree, written by `npm run emit`
-- takes uuid
-- gives nothing
insert into location_tree (school_id) values ($1) on conflict do nothing
