-- forgetting.left, written by `npm run emit`
-- takes uuid, uuid, bigint
-- gives uuid
select r.reader_id as "readerId" from known_reader r join borrower b on b.borrower_id = r.reader_id
    where r.school_id = $1 and r.standing = 'left' and b.open_loans = 0 and b.compensations_owed = 0
      and b.open_holds = 0 and r.reader_id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
      and (exists (select from loan x where x.reader_id is not null and x.forgotten_on is null and x.closed_on is not null and x.reader_id = r.reader_id) or exists (select from hold x where x.reader_id is not null and x.forgotten_on is null and x.ended_on is not null and x.reader_id = r.reader_id) or exists (select from room_visit x where x.reader_id is not null and x.forgotten_on is null and true and x.reader_id = r.reader_id) or exists (select from seat_booking x where x.reader_id is not null and x.forgotten_on is null and true and x.reader_id = r.reader_id) or exists (select from return_contact x where x.reader_id is not null and x.forgotten_on is null and true and x.reader_id = r.reader_id) or exists (select from service_request x where x.reader_id is not null and x.forgotten_on is null and x.ended_on is not null and x.reader_id = r.reader_id))
      and not exists (select from legal_hold h where h.reader_id = r.reader_id and h.lifted_on is null)
    order by r.reader_id limit $3
