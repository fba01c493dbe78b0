-- locations.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, uuid, text, text, integer, integer, text, boolean, uuid[], text
select p.id, p.version, p.school_id, p.parent_id, p.kind, p.name, p.position, p.capacity, p.theme,
  p.closed, p.ancestors, p.path from location p where p.id = $1
