import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { RemovedView } from '../removed-view.http.js';
import { KeepExhibition } from './keep-exhibition.use-case.js';
import { KeepIssue } from './keep-issue.use-case.js';
import {
  printedCoverage,
  printedExhibitions,
  printedIssues,
  printedWeeks,
} from './recommendations.format.js';
import {
  CoverageAsked,
  CoveragePage,
  ExhibitionAsked,
  ExhibitionsAsked,
  ExhibitionsPage,
  ExhibitionView,
  IssueAsked,
  IssueChangeAsked,
  IssuesAsked,
  IssuesPage,
  IssueView,
  WeeksAsked,
  WeeksPage,
  type CoverageView,
  type WeekView,
} from './recommendations.http.js';
import { RecommendationsQuery } from './recommendations.query.js';

type Request = DeskRequest | null;
type Listed<Item> = Promise<Page<Item> | StreamableFile>;

@ApiTags('recommendation-issues')
@Controller()
export class RecommendationsController {
  constructor(
    private readonly recommendations: RecommendationsQuery,
    private readonly keep: KeepIssue,
    private readonly exhibitions: KeepExhibition,
    private readonly documents: Documents,
  ) {}

  @Post('recommendation-issues')
  @HttpCode(201)
  @Versioned()
  @Does('recommendation-issues.write')
  @ApiCreatedResponse({ type: IssueView })
  write(@From() caller: Caller, @Body() input: IssueAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.write(caller, input, request);
  }

  @Get('recommendation-issues')
  @Does('recommendation-issues.list')
  @ApiOkResponse({ type: IssuesPage })
  list(
    @From() caller: Caller,
    @Query() input: IssuesAsked,
    @ReadsIn() language: Language,
  ): Listed<IssueView> {
    return pageOrDocument(this.documents, printedIssues, input, language, (page) =>
      this.recommendations.list(caller, page),
    );
  }

  @Get('recommendation-issues/:id')
  @Versioned()
  @Does('recommendation-issues.read')
  @ApiOkResponse({ type: IssueView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<IssueView> {
    return this.recommendations.one(caller, pathId(id));
  }

  @Patch('recommendation-issues/:id')
  @Versioned()
  @Does('recommendation-issues.change')
  @ApiOkResponse({ type: IssueView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: IssueChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Post('recommendation-issues/:id/publication')
  @HttpCode(200)
  @Does('recommendation-issues.publish')
  @ApiOkResponse({ type: IssueView })
  publish(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.keep.bringOut(caller, pathId(id), request);
  }

  @Post('recommendation-issues/:id/withdrawal')
  @HttpCode(200)
  @Does('recommendation-issues.withdraw')
  @ApiOkResponse({ type: IssueView })
  withdraw(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.keep.withdraw(caller, pathId(id), request);
  }

  @Get('recommendation-coverage')
  @Does('recommendation-coverage.list')
  @ApiOkResponse({ type: CoveragePage })
  coverage(
    @From() caller: Caller,
    @Query() input: CoverageAsked,
    @ReadsIn() language: Language,
  ): Listed<CoverageView> {
    return pageOrDocument(this.documents, printedCoverage, input, language, (page) =>
      this.recommendations.coverage(caller, page),
    );
  }

  @Get('recommendation-weeks')
  @Does('recommendation-weeks.list')
  @ApiOkResponse({ type: WeeksPage })
  weeks(@From() caller: Caller, @Query() input: WeeksAsked, @ReadsIn() language: Language): Listed<WeekView> {
    return pageOrDocument(this.documents, printedWeeks, input, language, (page) =>
      this.recommendations.weeks(caller, page),
    );
  }

  @Post('book-exhibitions')
  @HttpCode(201)
  @Does('book-exhibitions.enter')
  @ApiCreatedResponse({ type: ExhibitionView })
  enter(@From() caller: Caller, @Body() input: ExhibitionAsked, @Once() request: Request): Promise<Answer> {
    return this.exhibitions.enter(caller, input, request);
  }

  @Get('book-exhibitions')
  @Does('book-exhibitions.list')
  @ApiOkResponse({ type: ExhibitionsPage })
  listExhibitions(
    @From() caller: Caller,
    @Query() input: ExhibitionsAsked,
    @ReadsIn() language: Language,
  ): Listed<ExhibitionView> {
    return pageOrDocument(this.documents, printedExhibitions, input, language, (page) =>
      this.recommendations.exhibitions(caller, page),
    );
  }

  @Delete('book-exhibitions/:id')
  @Does('book-exhibitions.remove')
  @ApiOkResponse({ type: RemovedView })
  remove(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.exhibitions.remove(caller, pathId(id), request);
  }
}
