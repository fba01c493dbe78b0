import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { ClaimIssues } from './claim-issues.use-case.js';
import { printedMissing, printedYears } from './claims.format.js';
import {
  ClaimAsked,
  ClaimsAnswer,
  MissingAsked,
  MissingPage,
  MissingView,
  OutcomeAsked,
  SerialYearsPage,
  YearsAsked,
  type SerialYearView,
} from './claims.http.js';
import { ClaimsQuery } from './claims.query.js';

@ApiTags('serials')
@Controller()
export class ClaimsController {
  constructor(
    private readonly claims: ClaimsQuery,
    private readonly claimIssues: ClaimIssues,
    private readonly documents: Documents,
  ) {}

  @Get('missing-issues')
  @Does('missing-issues.list')
  @ApiOkResponse({ type: MissingPage })
  missing(
    @From() caller: Caller,
    @Query() asked: MissingAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<MissingView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedMissing, asked, language, (page) =>
      this.claims.missing(page, schoolId),
    );
  }

  @Get('serial-years')
  @Does('serial-years.list')
  @ApiOkResponse({ type: SerialYearsPage })
  years(
    @From() caller: Caller,
    @Query() asked: YearsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SerialYearView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedYears, asked, language, (page) =>
      this.claims.years(page, schoolId),
    );
  }

  @Post('missing-issue-claims')
  @HttpCode(200)
  @Does('missing-issues.claim')
  @ApiOkResponse({ type: ClaimsAnswer })
  claim(
    @From() caller: Caller,
    @Body() asked: ClaimAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.claimIssues.execute(caller, caller.schoolFor(asked.schoolId), asked, request);
  }

  @Post('missing-issue-claims/:id/outcome')
  @HttpCode(200)
  @Does('missing-issues.end-claim')
  @ApiOkResponse({ type: MissingView })
  end(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: OutcomeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.claimIssues.end(caller, pathId(id), asked, request);
  }

  @Post('missing-issue-claims/:id/reopening')
  @HttpCode(200)
  @Does('missing-issues.reopen-claim')
  @ApiOkResponse({ type: MissingView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.claimIssues.reopen(caller, pathId(id), request);
  }
}
