import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
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
import type { CommitteeMemberId, PurchaseOrderId } from '@shulian/contracts/ids';
import { OrderView } from '../orders/orders.http.js';
import { printedMembers, printedVotes } from './committee.format.js';
import {
  CommitteeMembersPage,
  CommitteeMemberView,
  CommitteeRuleAsked,
  CommitteeRuleView,
  MemberAsked,
  MembersAsked,
  ReturnAsked,
  RuleOfSchoolAsked,
  TermEndAsked,
  VoteAsked,
  VotesAsked,
  VotesPage,
  VoteView,
} from './committee.http.js';
import { CommitteeQuery } from './committee.query.js';
import { KeepCommittee } from './keep-committee.use-case.js';
import { VoteOnOrder } from './vote-on-order.use-case.js';

type Request = DeskRequest | null;
type PageOrDocument<Item> = Promise<Page<Item> | StreamableFile>;

@ApiTags('committee')
@Controller()
export class CommitteeController {
  constructor(
    private readonly committee: CommitteeQuery,
    private readonly keep: KeepCommittee,
    private readonly vote: VoteOnOrder,
    private readonly documents: Documents,
  ) {}

  @Post('committee-members')
  @HttpCode(201)
  @Does('committee.appoint')
  @ApiCreatedResponse({ type: CommitteeMemberView })
  appoint(@From() caller: Caller, @Body() input: MemberAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.appoint(caller, caller.schoolFor(input.schoolId), input, request);
  }

  @Get('committee-members')
  @Does('committee.members')
  @ApiOkResponse({ type: CommitteeMembersPage })
  members(
    @From() caller: Caller,
    @Query() input: MembersAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<CommitteeMemberView> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedMembers, input, language, (page) =>
      this.committee.members(page, schoolId),
    );
  }

  @Put('committee-members/:id/end')
  @Does('committee.set-end')
  @ApiOkResponse({ type: CommitteeMemberView })
  setEnd(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { endsOn }: TermEndAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.setEnd(caller, pathId<CommitteeMemberId>(id), endsOn, request);
  }

  @Get('committee-rules')
  @Does('committee.rule')
  @ApiOkResponse({ type: CommitteeRuleView })
  rule(@From() caller: Caller, @Query() input: RuleOfSchoolAsked): Promise<CommitteeRuleView> {
    return this.committee.rule(caller.schoolFor(input.schoolId));
  }

  @Put('committee-rules')
  @Does('committee.set-rule')
  @ApiOkResponse({ type: CommitteeRuleView })
  setRule(
    @From() caller: Caller,
    @Body() input: CommitteeRuleAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.setRule(caller, caller.schoolFor(input.schoolId), input, request);
  }

  @Get('orders/:id/committee-votes')
  @Does('committee.votes')
  @ApiOkResponse({ type: VotesPage })
  async votes(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: VotesAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<VoteView> {
    const orderId = pathId<PurchaseOrderId>(id);
    const name = await this.committee.order(caller, orderId);
    return pageOrDocument(
      this.documents,
      printedVotes,
      input,
      language,
      (page) => this.committee.votes(page, orderId),
      [name],
    );
  }

  @Put('orders/:id/committee-votes/:memberId')
  @Does('committee.write-down')
  @ApiOkResponse({ type: VoteView })
  cast(
    @From() caller: Caller,
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @Body() input: VoteAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.vote.cast(
      caller,
      pathId<PurchaseOrderId>(id),
      pathId<CommitteeMemberId>(memberId),
      input,
      request,
    );
  }

  @Delete('orders/:id/committee-votes/:memberId')
  @HttpCode(200)
  @Does('committee.strike')
  @ApiOkResponse({ type: VoteView })
  takeBack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.vote.takeBack(
      caller,
      pathId<PurchaseOrderId>(id),
      pathId<CommitteeMemberId>(memberId),
      request,
    );
  }

  @Put('orders/:id/own-committee-vote')
  @Does('committee.vote')
  @ApiOkResponse({ type: VoteView })
  castOwn(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: VoteAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.vote.cast(caller, pathId<PurchaseOrderId>(id), null, input, request);
  }

  @Delete('orders/:id/own-committee-vote')
  @HttpCode(200)
  @Does('committee.take-back-vote')
  @ApiOkResponse({ type: VoteView })
  takeOwnBack(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.vote.takeBack(caller, pathId<PurchaseOrderId>(id), null, request);
  }

  @Post('orders/:id/committee-return')
  @HttpCode(200)
  @Does('committee.send-back')
  @ApiOkResponse({ type: OrderView })
  sendBack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { remark }: ReturnAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.vote.sendBack(caller, pathId<PurchaseOrderId>(id), remark, request);
  }
}
