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
import type { SuitabilityReviewId } from '@shulian/contracts/ids';
import { RetractReview } from './retract-review.use-case.js';
import { ReviewSuitability } from './review-suitability.use-case.js';
import { printedReviews } from './suitability-reviews.format.js';
import {
  RetractionAsked,
  ReviewsAsked,
  ReviewsListAsked,
  SuitabilityReviewsMade,
  SuitabilityReviewsPage,
  SuitabilityReviewView,
} from './suitability-reviews.http.js';
import { SuitabilityReviewsQuery } from './suitability-reviews.query.js';

@ApiTags('suitability reviews')
@Controller('suitability-reviews')
export class SuitabilityReviewsController {
  constructor(
    private readonly reviews: SuitabilityReviewsQuery,
    private readonly reviewSuitability: ReviewSuitability,
    private readonly retractReview: RetractReview,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('suitability-reviews.create')
  @ApiCreatedResponse({ type: SuitabilityReviewsMade })
  create(
    @From() caller: Caller,
    @Body() input: ReviewsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reviewSuitability.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Get()
  @Does('suitability-reviews.list')
  @ApiOkResponse({ type: SuitabilityReviewsPage })
  async list(
    @From() caller: Caller,
    @Query() input: ReviewsListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SuitabilityReviewView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedReviews, input, language, (page) =>
      this.reviews.find(page, schoolId),
    );
  }

  @Get(':id')
  @Does('suitability-reviews.read')
  @ApiOkResponse({ type: SuitabilityReviewView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<SuitabilityReviewView> {
    return this.reviews.byId(caller, pathId<SuitabilityReviewId>(id));
  }

  @Post(':id/retraction')
  @HttpCode(200)
  @Does('suitability-reviews.retract')
  @ApiOkResponse({ type: SuitabilityReviewView })
  retract(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: RetractionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.retractReview.execute(caller, pathId<SuitabilityReviewId>(id), input.reason, request);
  }
}
