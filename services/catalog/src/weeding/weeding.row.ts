import type { SchoolId } from '@shulian/contracts/ids';
import type { WeedingRule } from './rules/proposal.js';

/**
 * Copies that a rule would weed, of the school `$1`: `$2` copies of each title stay, not lent since `$3`, accessioned before
 * `$4`, published before `$5`, of the class `$6`; `$7` of 100 volumes of each main class stay, and `$8` volumes in all; `$9` asks for what is beyond repair. What is out,
 * missing, or in another proposal is none; what another proposal has is as good as gone, and keeps no other copy from staying. Of the copies of a title those stay that were lent last; of a class and of the school
 * the idlest and oldest go first.
 */
export const CANDIDATES = `
  with stock as (
    select c.id, c.title_id, c.accession_number, c.accessioned_on, c.clc, c.stock_state,
           case when c.clc ~ '^[A-KN-VXZ]' then left(c.clc, 1) else '-' end as main_class,
           c.lending, l.lent_on,
           w.copy_id is not null as proposed,
           row_number() over (partition by c.title_id
             order by w.copy_id is not null, c.lending = 'in', l.lent_on desc nulls last, c.accession_number)
             as place
    from copy c left join known_lending l on l.copy_id = c.id
    left join weeding_line w on w.copy_id = c.id and w.state in ('proposed', 'approved')
    where c.school_id = $1 and c.stock_state <> 'withdrawn'
  ), class as (
    select main_class, ceil(count(*) * $7::int / 100.0)::int as stay,
           (count(*) filter (where not proposed))::int as volumes
    from stock group by 1
  ), idle as (
    select s.*, row_number() over (partition by s.main_class order by s.lent_on nulls first, s.accession_number) as of_class
    from stock s join title t on t.id = s.title_id
    where not s.proposed and s.lending = 'in' and s.stock_state <> 'missing'
      and ($2::int is null or s.place > $2) and ($3::date is null or s.lent_on is null or s.lent_on < $3)
      and ($4::date is null or s.accessioned_on < $4) and ($5::int is null or t.published_year < $5)
      and ($6::text is null or starts_with(s.clc, $6))
      and (not $9::boolean or (s.stock_state = 'repair' and 'beyond-repair' = (
        select r.state from repair r where r.copy_id = s.id order by r.id desc limit 1)))
  ), bounded as (
    select i.*, row_number() over (order by i.lent_on nulls first, i.accession_number) as of_school
    from idle i join class using (main_class) where i.of_class <= class.volumes - class.stay
  )
  select id, accession_number, lent_on from bounded
  where of_school <= (select count(*) from stock where not proposed) - $8::int`;

/** A proposal as a person reads it, of the row `p` and its school `k`. */
export const PROPOSAL_COLUMNS = `p.id, p.school_id as "schoolId", coalesce(k.name, '') as "schoolName", p.name, p.reason, p.state,
  p.proposed_on::text as "proposedOn", p.proposed_by as "proposedBy", p.reviewed_on::text as "reviewedOn",
  p.reviewed_by as "reviewedBy", p.decided_on::text as "decidedOn", p.decided_by as "decidedBy",
  p.document_number as "documentNumber", p.approved_by as "approvedBy", p.evidence_file_id is not null as "hasEvidence", p.note, n.copies, n.kept, n.withdrawn, n.fen::float8 as fen`;
export const FROM_PROPOSAL = `from weeding_proposal p left join known_school k on k.school_id = p.school_id
  cross join lateral (
    select count(*)::int as copies, count(*) filter (where w.state = 'kept')::int as kept,
           count(*) filter (where w.state = 'withdrawn')::int as withdrawn, coalesce(sum(c.price_fen), 0) as fen
    from weeding_line w join copy c on c.id = w.copy_id where w.proposal_id = p.id) n`;

/** The parameters of the candidates' statement. */
export const ruleValues = (schoolId: SchoolId, rule: WeedingRule): readonly unknown[] => [
  schoolId,
  rule.keepCopies,
  rule.notLentSince,
  rule.accessionedBefore,
  rule.publishedBefore,
  rule.clc,
  rule.keepPercent,
  rule.keepVolumes,
  rule.beyondRepair,
];
