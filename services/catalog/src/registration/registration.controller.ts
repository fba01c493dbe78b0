import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import {
  printedGaps,
  printedUnclearCopies,
  printedUnclearIssues,
  printedUnclearTitles,
} from './registration.format.js';
import {
  GapsAsked,
  GapsPage,
  UnclearCopiesAsked,
  UnclearCopiesPage,
  UnclearIssuesPage,
  UnclearTitlesAsked,
  UnclearTitlesPage,
  type GapLine,
  type UnclearCopyView,
  type UnclearIssueView,
  type UnclearTitleView,
} from './registration.http.js';
import { RegistrationQuery } from './registration.query.js';

@ApiTags('registration')
@Controller()
export class RegistrationController {
  constructor(
    private readonly registration: RegistrationQuery,
    private readonly documents: Documents,
  ) {}

  @Get('registration-gaps')
  @Does('registration-gaps.read')
  @ApiOkResponse({ type: GapsPage })
  gaps(
    @From() caller: Caller,
    @Query() input: GapsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<GapLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedGaps, input, language, () =>
      this.registration.gaps(input, schoolId),
    );
  }

  @Get('unclear-copies')
  @Does('unclear-copies.list')
  @ApiOkResponse({ type: UnclearCopiesPage })
  copies(
    @From() caller: Caller,
    @Query() input: UnclearCopiesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<UnclearCopyView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedUnclearCopies, input, language, (page) =>
      this.registration.copies(page, schoolId),
    );
  }

  @Get('unclear-titles')
  @Does('unclear-titles.list')
  @ApiOkResponse({ type: UnclearTitlesPage })
  titles(
    @From() caller: Caller,
    @Query() input: UnclearTitlesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<UnclearTitleView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedUnclearTitles, input, language, (page) =>
      this.registration.titles(page, schoolId),
    );
  }

  @Get('unclear-issues')
  @Does('unclear-issues.list')
  @ApiOkResponse({ type: UnclearIssuesPage })
  issues(
    @From() caller: Caller,
    @Query() input: GapsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<UnclearIssueView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedUnclearIssues, input, language, (page) =>
      this.registration.issues(page, schoolId),
    );
  }
}
