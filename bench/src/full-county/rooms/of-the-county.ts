import type { Room } from './room.js';

/** One title of fifty looks like its neighbour; one of ten pairs was said to be two. */
const mergeCandidates: Room = {
  name: 'titles that look like one',
  of: 'county',
  isFilled: 'select exists (select from catalog.title_merge_candidate) as filled',
  fill: [
    `insert into catalog.title_merge_candidate (id, title_id, other_id, score, reasons, dismissed_at, dismissed_by)
     select bench.id(1777593600000 + n / 50, 32, n), id, other, 60 + (bench.chance(32, n) % 40)::int, '{same-title}',
       case when n % 500 = 0 then timestamptz '2026-05-20 10:00+08' end, case when n % 500 = 0 then 'bench' end
     from (select id, lead(id) over (order by id) as other, row_number() over (order by id) as n from catalog.title) t
     where n % 50 = 0 and other is not null`,
  ],
  tables: ['catalog.title_merge_candidate'],
};

/** Of titles that no school has: one in a thousand was merged, and every other of these stands again. */
const merges: Room = {
  name: 'mergers of titles',
  of: 'county',
  isFilled: 'select exists (select from catalog.title_merge) as filled',
  fill: [
    `create temporary table merged (n bigint, title_id uuid, into_id uuid) on commit drop`,
    `insert into pg_temp.merged
     select row_number() over (order by t.id), t.id, t.into_id
     from (select id, lag(id) over (order by id) as into_id, row_number() over (order by id) as n from catalog.title) t
     where t.into_id is not null and t.n % 10 = 7
       and not exists (select from catalog.copy c where c.title_id = t.id)
     order by t.id limit (select greatest(20, count(*) / 1000) from catalog.title)`,
    `insert into catalog.title_merge (id, title_id, into_title_id, merged_at, merged_by, into_version, into_before, undone_at, undone_by)
     select bench.id(1772323200000 + m.n * 3600000, 33, m.n), m.title_id, m.into_id, to_timestamp(1772323200 + m.n * 3600), 'bench',
       t.version, jsonb_build_object('title', t.title), case when m.n % 2 = 0 then to_timestamp(1772323200 + m.n * 3600 + 600) end,
       case when m.n % 2 = 0 then 'bench' end
     from pg_temp.merged m join catalog.title t on t.id = m.into_id`,
    `update catalog.title t set merged_into = m.into_id, version = t.version + 1
     from pg_temp.merged m where m.title_id = t.id and m.n % 2 = 1`,
    `update circulation.known_title k set merged_into = m.into_id, version = t.version, merged_version = t.version
     from pg_temp.merged m join catalog.title t on t.id = m.title_id where k.title_id = m.title_id and m.n % 2 = 1`,
  ],
  tables: ['catalog.title', 'catalog.title_merge', 'circulation.known_title'],
};

/** One title of a thousand has a cover of twenty kilobytes: a JPEG's first and last bytes, and grey between. */
const covers: Room = {
  name: 'covers',
  of: 'county',
  isFilled: 'select exists (select from catalog.title_cover) as filled',
  fill: [
    `create temporary table covered (title_id uuid, file_id uuid) on commit drop`,
    `insert into pg_temp.covered
     select id, bench.id(1756684800000 + n, 34, n)
     from (select id, row_number() over (order by id) as n from catalog.title where merged_into is null) t
     where n % greatest(1, least(1000, (select count(*) from catalog.title) / 100)) = 0`,
    `insert into catalog.stored_file (id, media_type, size, unused_since) select file_id, 'image/jpeg', 20480, null from pg_temp.covered`,
    `insert into catalog.file_chunk (file_id, n, bytes)
     select file_id, 0, decode('ffd8ffe0', 'hex') || decode(repeat('80', 20474), 'hex') || decode('ffd9', 'hex') from pg_temp.covered`,
    `insert into catalog.title_cover (title_id, file_id, width, height) select title_id, file_id, 300, 400 from pg_temp.covered`,
  ],
  tables: ['catalog.stored_file', 'catalog.file_chunk', 'catalog.title_cover'],
};

const apiClients: Room = {
  name: 'clients of the interface',
  of: 'county',
  isFilled: `select exists (select from readers.api_client where created_by = 'bench') as filled`,
  fill: [
    `insert into readers.api_client (id, name, secret_hash, secret_prefix, scopes, school_ids, created_by, created_at)
     select 'bench-' || p.n, '测量接入第' || p.n || '家', sha256(p.code::bytea), 'bench', '{catalog.read,readers.read}', array[p.id], 'bench',
       timestamptz '2025-09-01 08:00+08' + p.n * interval '1 hour'
     from bench.place p`,
  ],
  tables: ['readers.api_client'],
};

export const roomsOfCounty: readonly Room[] = [mergeCandidates, merges, covers, apiClients];
