-- vendor-claims.unclaimed, written by `npm run emit`
-- takes uuid
-- gives integer, text, integer
select l.number as "lineNumber", f.fault, f.volumes
   from delivery_line l
   cross join lateral (values ('short', l.short), ('damaged', l.damaged), ('wrong', l.wrong)) as f(fault, volumes)
   where l.delivery_id = $1 and f.volumes > 0 and not exists (
     select from vendor_claim c where c.delivery_id = l.delivery_id and c.line_number = l.number and c.fault = f.fault
       and c.status <> 'withdrawn')
   order by l.number, f.fault
