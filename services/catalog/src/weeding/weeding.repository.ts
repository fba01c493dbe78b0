import { KeptFiles, statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CopyId, SchoolId, WeedingProposalId } from '@shulian/contracts/ids';
import type { Proposal, ProposalState, WeedingReason, WeedingRule } from './rules/proposal.js';
import { CANDIDATES, FROM_PROPOSAL, PROPOSAL_COLUMNS, ruleValues } from './weeding.row.js';
import type { ProposalView } from './weeding.http.js';

/** Who proposes for one school at once waits: each would weed what the other means to keep. */
const ONE_AT_A_TIME = statement(
  'weeding.oneAtATime',
  `select pg_advisory_xact_lock(hashtextextended('weeding of ' || $1, 0))`,
);
const OPEN = statement(
  'weeding.open',
  `insert into weeding_proposal (id, school_id, name, reason, proposed_on, proposed_by, note)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
const BY_RULE = statement(
  'weeding.byRule',
  `insert into weeding_line (proposal_id, copy_id, accession_number)
   select $10::uuid, f.id, f.accession_number from (${CANDIDATES}) f order by f.id limit $11 on conflict do nothing returning 1`,
);
/** Copies of the school that may be weeded at all; one that another proposal has is left out. */
const BY_NAME = statement(
  'weeding.byName',
  `insert into weeding_line (proposal_id, copy_id, accession_number)
   select $1::uuid, c.id, c.accession_number
   from copy c left join known_lending l on l.copy_id = c.id
   where c.id = any($2::uuid[]) and c.school_id = $3 and c.stock_state not in ('withdrawn', 'missing')
     and coalesce(l.state, 'in') = 'in'
   order by c.id on conflict do nothing returning 1`,
);
const LOCK = statement(
  'weeding.lock',
  `select id, school_id as "schoolId", state, reason, proposed_by as "proposedBy", reviewed_by as "reviewedBy",
     document_number as "documentNumber", approved_by as "approvedBy"
   from weeding_proposal where id = $1 for update`,
);
const VIEW = statement('weeding.view', `select ${PROPOSAL_COLUMNS} ${FROM_PROPOSAL} where p.id = $1`);
const REVIEW = statement(
  'weeding.review',
  `update weeding_proposal set state = 'reviewed', reviewed_on = $2, reviewed_by = $3, note = coalesce($4, note) where id = $1`,
);
const KEEP = statement(
  'weeding.keep',
  `update weeding_line set state = 'kept' where proposal_id = $1 and copy_id = any($2::uuid[]) and state = 'proposed' returning 1`,
);
const UNDO_REVIEW = statement(
  'weeding.undoReview',
  `update weeding_proposal set state = 'proposed', reviewed_on = null, reviewed_by = null where id = $1`,
);
/** What another proposal has taken meanwhile stays kept. */
const UNKEEP = statement(
  'weeding.unkeep',
  `update weeding_line w set state = 'proposed' where w.proposal_id = $1 and w.state = 'kept'
     and not exists (select from weeding_line o where o.copy_id = w.copy_id and o.state in ('proposed', 'approved'))`,
);
const DECIDE = statement(
  'weeding.decide',
  `update weeding_proposal set state = $2, decided_on = $3, decided_by = $4, document_number = coalesce($5, document_number),
     note = coalesce($6, note), approved_by = coalesce($7, approved_by)
   where id = $1`,
);
const MOVE_LINES = statement(
  'weeding.moveLines',
  `update weeding_line set state = $2 where proposal_id = $1 and state in ('proposed', 'approved')`,
);
/** Those that are in, in the order of their numbers. */
const NEXT = statement(
  'weeding.next',
  `select w.copy_id as id from weeding_line w left join known_lending l on l.copy_id = w.copy_id
   where w.proposal_id = $1 and w.state = 'approved' and coalesce(l.state, 'in') in ('in', 'lost')
   order by w.accession_number limit $2`,
);
const STRUCK = statement(
  'weeding.struck',
  `update weeding_line set state = 'withdrawn', withdrawn_on = $3 where proposal_id = $1 and copy_id = any($2::uuid[])`,
);
const LEFT = statement(
  'weeding.left',
  `select count(*)::int as lines, count(*) filter (where l.state in ('on-loan', 'hold-shelf', 'in-transit'))::int as away
   from weeding_line w left join known_lending l on l.copy_id = w.copy_id
   where w.proposal_id = $1 and w.state = 'approved'`,
);
const EVIDENCE = statement(
  'weeding.evidence',
  'select evidence_file_id as "fileId" from weeding_proposal where id = $1',
);
const KEEP_EVIDENCE = statement(
  'weeding.keepEvidence',
  'update weeding_proposal set evidence_file_id = $2, evidence_media_type = $3, evidence_by = $4 where id = $1',
);
const DONE = statement('weeding.done', `update weeding_proposal set state = 'done' where id = $1`);

type Decision = {
  readonly state: ProposalState;
  readonly on: CalendarDay;
  readonly by: string;
  readonly documentNumber: string | null;
  readonly approvedBy: string | null;
  readonly note: string | null;
};

/** Proposals and their lines. Whoever writes holds the row of the proposal, and copies only after it. */
export class WeedingRepository {
  constructor(private readonly session: Session) {}

  /** One proposal after the other: each sees what those before it have taken. */
  async open(proposal: {
    readonly id: WeedingProposalId;
    readonly schoolId: SchoolId;
    readonly name: string;
    readonly reason: WeedingReason;
    readonly on: CalendarDay;
    readonly by: string;
    readonly note: string | null;
  }): Promise<void> {
    const { id, schoolId, name, reason, on, by, note } = proposal;
    await this.session.rows(ONE_AT_A_TIME, [schoolId]);
    await this.session.rows(OPEN, [id, schoolId, name, reason, on, by, note]);
  }

  /** Takes what the rule names into the proposal; returns how many lines that made, at most `most`. */
  async addByRule(
    id: WeedingProposalId,
    schoolId: SchoolId,
    rule: WeedingRule,
    most: number,
  ): Promise<number> {
    return (await this.session.rows(BY_RULE, [...ruleValues(schoolId, rule), id, most])).length;
  }

  async addByName(id: WeedingProposalId, schoolId: SchoolId, copies: readonly CopyId[]): Promise<number> {
    return (await this.session.rows(BY_NAME, [id, copies, schoolId])).length;
  }

  async locked(id: WeedingProposalId): Promise<Proposal | null> {
    return (await this.session.rows<Proposal>(LOCK, [id]))[0] ?? null;
  }

  async view(id: WeedingProposalId): Promise<ProposalView> {
    const [row] = await this.session.rows<ProposalView>(VIEW, [id]);
    if (row === undefined) throw new Error('the proposal is gone');
    return row;
  }

  /** The copies named stay; returns how many of them stood in the proposal. */
  async review(
    id: WeedingProposalId,
    kept: readonly CopyId[],
    how: { readonly on: CalendarDay; readonly by: string; readonly note: string | null },
  ): Promise<number> {
    await this.session.rows(REVIEW, [id, how.on, how.by, how.note]);
    return kept.length === 0 ? 0 : (await this.session.rows(KEEP, [id, kept])).length;
  }

  async undoReview(id: WeedingProposalId): Promise<void> {
    await this.session.rows(UNDO_REVIEW, [id]);
    await this.session.rows(UNKEEP, [id]);
  }

  /** Approved lines wait for their withdrawal; those that still stand of a proposal that is refused, cancelled or taken back are free again. */
  async decide(id: WeedingProposalId, decision: Decision): Promise<void> {
    const { state, on, by, documentNumber, note, approvedBy } = decision;
    await this.session.rows(DECIDE, [id, state, on, by, documentNumber, note, approvedBy]);
    await this.session.rows(MOVE_LINES, [id, state === 'approved' ? 'approved' : 'dropped']);
  }

  /** The file of its approval; null: none was kept. */
  async evidenceOf(id: WeedingProposalId): Promise<string | null> {
    return (await this.session.rows<{ fileId: string | null }>(EVIDENCE, [id]))[0]?.fileId ?? null;
  }

  async keepEvidence(
    id: WeedingProposalId,
    kept: { readonly fileId: string; readonly mediaType: string; readonly by: string },
    before: string | null,
  ): Promise<void> {
    const files = new KeptFiles(this.session);
    await files.keep(kept.fileId);
    await this.session.rows(KEEP_EVIDENCE, [id, kept.fileId, kept.mediaType, kept.by]);
    if (before !== null) await files.drop(before);
  }

  async next(id: WeedingProposalId, most: number): Promise<CopyId[]> {
    return (await this.session.rows<{ id: CopyId }>(NEXT, [id, most])).map((row) => row.id);
  }

  async struck(id: WeedingProposalId, copies: readonly CopyId[], on: CalendarDay): Promise<void> {
    if (copies.length > 0) await this.session.rows(STRUCK, [id, copies, on]);
  }

  /** Approved lines that still stand in the stock, and how many of them are out. The proposal is done when there are none. */
  async settle(id: WeedingProposalId): Promise<{ readonly lines: number; readonly away: number }> {
    const [left] = await this.session.rows<{ lines: number; away: number }>(LEFT, [id]);
    if (left === undefined) throw new Error('the lines were not counted');
    if (left.lines === 0) await this.session.rows(DONE, [id]);
    return left;
  }
}
