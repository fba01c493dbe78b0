import type { Room } from './room.js';

/** One of a head, one of a librarian, the others of teachers; nobody knows a password of these. */
const ACCOUNTS = 20;

export const accounts: Room = {
  name: 'accounts',
  of: 'school',
  isFilled: `select exists (select from readers.account a join bench.place p on a.username_key = lower(p.code) || '-zhanghao-0' and p.n = $1)
    as filled`,
  fill: [
    `insert into readers.account (id, username, username_key, password_hash, created_at)
     select bench.id(1725235200000 + k, 35, p.n * 1000::bigint + k), lower(p.code) || '-zhanghao-' || k, lower(p.code) || '-zhanghao-' || k,
       '$scrypt$ln=15,r=8,p=3$' || translate(encode(sha256((p.code || k)::bytea), 'base64'), '+/=', '-_') || '$' ||
         translate(encode(sha256((k || p.code)::bytea), 'base64'), '+/=', '-_'), timestamptz '2024-09-02 08:00+08'
     from bench.place p cross join generate_series(0, ${ACCOUNTS - 1}) k where p.n = $1`,
    `insert into readers.account_grant (account_id, n, role, school_id, class_id)
     select bench.id(1725235200000 + k, 35, p.n * 1000::bigint + k), 0,
       case k when 0 then 'school-head' when 1 then 'librarian' else 'teacher' end, p.id, case when k > 1 then c.id end
     from bench.place p cross join generate_series(0, ${ACCOUNTS - 1}) k
     left join (
       select c.id, row_number() over (order by c.id)::int + 1 as k
       from bench.place p join readers.school_class c on c.school_id = p.id where p.n = $1) c using (k)
     where p.n = $1`,
  ],
  tables: ['readers.account', 'readers.account_grant'],
};
