import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  FileStore,
  Lists,
  numberAfter,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type OpenFile,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId, WeedingProposalId } from '@shulian/contracts/ids';
import type { WeedingRule } from './rules/proposal.js';
import { CANDIDATES, FROM_PROPOSAL, PROPOSAL_COLUMNS, ruleValues } from './weeding.row.js';
import type {
  WeedingCandidatesAsked,
  WeedingCandidateView,
  ProposalsAsked,
  ProposalView,
  WeedingLine,
  WeedingLinesAsked,
} from './weeding.http.js';

const COPY = `c.id as "copyId", c.accession_number as "accessionNumber", c.barcode, c.call_number as "callNumber", t.title,
  c.volume, t.published_year as "publishedYear", coalesce(p.path, c.location) as location, c.price_fen as "priceFen",
  c.accessioned_on::text as "accessionedOn", l.lent_on::text as "lentOn",
  (select count(*)::int from copy o where o.title_id = c.title_id and o.school_id = c.school_id and o.stock_state <> 'withdrawn')
    as "copiesOfTitle"`;
const FROM_COPY = `join title t on t.id = c.title_id left join known_lending l on l.copy_id = c.id
  left join location p on p.id = c.location_id`;

const LIST_CANDIDATES = `with page as (
    select f.id from (${CANDIDATES}) f where f.accession_number > $10::int order by f.accession_number limit $11)
  select ${COPY} from page join copy c on c.id = page.id ${FROM_COPY} order by c.accession_number`;
const EVIDENCE = statement(
  'weeding.evidenceFile',
  'select school_id as "schoolId", evidence_file_id as "fileId" from weeding_proposal where id = $1',
);
const LINES = `select ${COPY}, w.state, w.withdrawn_on::text as "withdrawnOn"
  from weeding_line w join copy c on c.id = w.copy_id ${FROM_COPY}
  where w.proposal_id = $1 and ($2::text is null or w.state = $2) and w.accession_number > $3::int
  order by w.accession_number limit $4`;
const LIST = `select ${PROPOSAL_COLUMNS} ${FROM_PROPOSAL}
  where ($1::uuid is null or p.school_id = $1) and ($2::text is null or p.state = $2)
    and ($3::date is null or (p.proposed_on, p.id) < ($3::date, $4::uuid))
  order by p.proposed_on desc, p.id desc limit $5`;

/** What a rule would weed, and the proposals with their lines. */
@Injectable()
export class WeedingQuery {
  constructor(
    private readonly lists: Lists,
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** The paper of an approval. @throws Problem 404 out of reach, and where none was kept */
  async evidence(caller: Caller, id: WeedingProposalId): Promise<OpenFile> {
    const [kept] = await this.database.rows<{ schoolId: SchoolId; fileId: string | null }>(EVIDENCE, [id]);
    if (kept === undefined || !caller.mayWorkAt(kept.schoolId)) throw unknownThing();
    const file = kept.fileId === null ? null : await this.files.open(kept.fileId);
    if (file === null) throw unknownThing();
    return file;
  }

  async candidates(
    input: WeedingCandidatesAsked,
    schoolId: SchoolId,
    rule: WeedingRule,
  ): Promise<Page<WeedingCandidateView>> {
    const rows = await this.lists.rows<WeedingCandidateView>(LIST_CANDIDATES, [
      ...ruleValues(schoolId, rule),
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.accessionNumber],
    );
  }

  async list(caller: Caller, input: ProposalsAsked): Promise<Page<ProposalView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<ProposalView>(LIST, [
      caller.schoolOrCounty(input.schoolId),
      input.state ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.proposedOn, row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: WeedingProposalId): Promise<ProposalView> {
    const [row] = await this.lists.rows<ProposalView>(
      `select ${PROPOSAL_COLUMNS} ${FROM_PROPOSAL} where p.id = $1`,
      [id],
    );
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  async lines(of: ProposalView, input: WeedingLinesAsked): Promise<Page<WeedingLine>> {
    const rows = await this.lists.rows<WeedingLine>(LINES, [
      of.id,
      input.state ?? null,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.accessionNumber],
    );
  }
}
