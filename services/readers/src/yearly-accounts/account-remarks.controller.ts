import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { AnswerRemark } from './answer-remark.use-case.js';
import { HideRemark } from './hide-remark.use-case.js';
import { MakeRemark } from './make-remark.use-case.js';
import { printedRemarks } from './yearly-accounts.format.js';
import { AnswerAsked, HidingAsked, RemarkAsked, RemarksPage, RemarkView } from './yearly-accounts.http.js';
import { YearlyAccountsQuery } from './yearly-accounts.query.js';

@ApiTags('account-remarks')
@Controller()
export class AccountRemarksController {
  constructor(
    private readonly accounts: YearlyAccountsQuery,
    private readonly makeRemark: MakeRemark,
    private readonly answerRemark: AnswerRemark,
    private readonly hideRemark: HideRemark,
    private readonly documents: Documents,
  ) {}

  @Post('yearly-accounts/:id/remarks')
  @HttpCode(201)
  @Does('account-remarks.create')
  @ApiCreatedResponse({ type: RemarkView })
  create(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: RemarkAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.makeRemark.execute(caller, pathId(id), input.text, request);
  }

  @Get('yearly-accounts/:id/remarks')
  @Does('account-remarks.list')
  @ApiOkResponse({ type: RemarksPage })
  async list(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RemarkView> | StreamableFile> {
    const account = await this.accounts.byId(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedRemarks,
      input,
      language,
      (page) => this.accounts.remarks(caller, account, page),
      [account.title],
    );
  }

  @Post('account-remarks/:id/answer')
  @HttpCode(200)
  @Does('account-remarks.answer')
  @ApiOkResponse({ type: RemarkView })
  answer(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AnswerAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.answerRemark.execute(caller, pathId(id), input.answer, request);
  }

  @Post('account-remarks/:id/hiding')
  @HttpCode(200)
  @Does('account-remarks.hide')
  @ApiOkResponse({ type: RemarkView })
  hide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: HidingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.hideRemark.execute(caller, pathId(id), input.hidden, request);
  }
}
