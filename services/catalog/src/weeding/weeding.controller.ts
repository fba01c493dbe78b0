import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { WeedingProposalId } from '@shulian/contracts/ids';
import { DecideWeeding } from './decide-weeding.use-case.js';
import { KeptVolumesQuery } from './kept-volumes.query.js';
import { ProposeWeeding } from './propose-weeding.use-case.js';
import { ReviewWeeding } from './review-weeding.use-case.js';
import { weedingRule } from './rules/weeding-rule.js';
import { UndoReview } from './undo-review.use-case.js';
import { printedCandidates, printedProposals, printedWeedingLines } from './weeding.format.js';
import {
  ApprovalAsked,
  WeedingCandidatesAsked,
  WeedingCandidatesPage,
  NoteAsked,
  ProposalAsked,
  ProposalsAsked,
  ProposalsPage,
  ProposalView,
  ReviewAsked,
  RevocationAsked,
  WeedingLinesAsked,
  WeedingLinesPage,
  WithdrawalsDone,
  type WeedingCandidateView,
  type WeedingLine,
} from './weeding.http.js';
import { WeedingQuery } from './weeding.query.js';
import { WithdrawWeeded } from './withdraw-weeded.use-case.js';

type PageOrDocument<Item> = Promise<Page<Item> | StreamableFile>;
type Id = WeedingProposalId;

@ApiTags('weeding')
@Controller()
export class WeedingController {
  constructor(
    private readonly weeding: WeedingQuery,
    private readonly kept: KeptVolumesQuery,
    private readonly propose: ProposeWeeding,
    private readonly reviewWeeding: ReviewWeeding,
    private readonly undoOfReview: UndoReview,
    private readonly decide: DecideWeeding,
    private readonly withdrawWeeded: WithdrawWeeded,
    private readonly documents: Documents,
  ) {}

  @Get('weeding-candidates')
  @Does('weeding-candidates.list')
  @ApiOkResponse({ type: WeedingCandidatesPage })
  async candidates(
    @From() caller: Caller,
    @Query() input: WeedingCandidatesAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<WeedingCandidateView> {
    const schoolId = caller.schoolFor(input.schoolId);
    const rule = weedingRule({ ...input, keepVolumes: await this.kept.of(schoolId, input) });
    return pageOrDocument(this.documents, printedCandidates, input, language, (page) =>
      this.weeding.candidates(page, schoolId, rule),
    );
  }

  @Post('weeding-proposals')
  @HttpCode(201)
  @Does('weeding-proposals.create')
  @ApiCreatedResponse({ type: ProposalView })
  create(
    @From() caller: Caller,
    @Body() input: ProposalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.propose.execute(caller, input, request);
  }

  @Get('weeding-proposals')
  @Does('weeding-proposals.list')
  @ApiOkResponse({ type: ProposalsPage })
  list(
    @From() caller: Caller,
    @Query() input: ProposalsAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<ProposalView> {
    return pageOrDocument(this.documents, printedProposals, input, language, (page) =>
      this.weeding.list(caller, page),
    );
  }

  @Get('weeding-proposals/:id')
  @Does('weeding-proposals.read')
  @ApiOkResponse({ type: ProposalView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ProposalView> {
    return this.weeding.byId(caller, pathId<Id>(id));
  }

  @Get('weeding-proposals/:id/lines')
  @Does('weeding-proposals.lines')
  @ApiOkResponse({ type: WeedingLinesPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: WeedingLinesAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<WeedingLine> {
    const proposal = await this.weeding.byId(caller, pathId<Id>(id));
    return pageOrDocument(
      this.documents,
      printedWeedingLines,
      input,
      language,
      (page) => this.weeding.lines(proposal, page),
      [proposal.schoolName, proposal.name, proposal.documentNumber ?? ''].filter((note) => note !== ''),
    );
  }

  @Post('weeding-proposals/:id/review')
  @HttpCode(200)
  @Does('weeding-proposals.review')
  @ApiOkResponse({ type: ProposalView })
  review(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ReviewAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reviewWeeding.execute(caller, pathId<Id>(id), input, request);
  }

  @Post('weeding-proposals/:id/review/undo')
  @HttpCode(200)
  @Does('weeding-proposals.undo-review')
  @ApiOkResponse({ type: ProposalView })
  undoReview(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoOfReview.execute(caller, pathId<Id>(id), request);
  }

  @Post('weeding-proposals/:id/approval')
  @HttpCode(200)
  @Does('weeding-proposals.approve')
  @ApiOkResponse({ type: ProposalView })
  approve(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { documentNumber, approvedBy, note }: ApprovalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decide.execute(
      caller,
      pathId<Id>(id),
      'approve',
      { documentNumber, approvedBy: approvedBy ?? null, note: note ?? null },
      request,
    );
  }

  @Post('weeding-proposals/:id/refusal')
  @HttpCode(200)
  @Does('weeding-proposals.refuse')
  @ApiOkResponse({ type: ProposalView })
  refuse(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { note }: NoteAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decide.execute(caller, pathId<Id>(id), 'refuse', without(note), request);
  }

  @Post('weeding-proposals/:id/revocation')
  @HttpCode(200)
  @Does('weeding-proposals.revoke')
  @ApiOkResponse({ type: ProposalView })
  revoke(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { note }: RevocationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decide.execute(caller, pathId<Id>(id), 'revoke', without(note), request);
  }

  @Post('weeding-proposals/:id/cancellation')
  @HttpCode(200)
  @Does('weeding-proposals.cancel')
  @ApiOkResponse({ type: ProposalView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { note }: NoteAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decide.execute(caller, pathId<Id>(id), 'cancel', without(note), request);
  }

  @Post('weeding-proposals/:id/withdrawals')
  @HttpCode(200)
  @Does('weeding-proposals.withdraw')
  @ApiOkResponse({ type: WithdrawalsDone })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.withdrawWeeded.execute(caller, pathId<Id>(id), request);
  }
}

const without = (note: string | null | undefined) => ({
  documentNumber: null,
  approvedBy: null,
  note: note ?? null,
});
