import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { printedOverLong } from './over-long.format.js';
import {
  OverLongAsked,
  OverLongPage,
  ReviewsAnswer,
  ReviewsAsked,
  type OverLongLoan,
} from './over-long.http.js';
import { OverLongQuery } from './over-long.query.js';
import { ReviewOverLong } from './review-over-long.use-case.js';
import { UndoReview } from './undo-review.use-case.js';

@Controller('over-long-loans')
export class OverLongController {
  constructor(
    private readonly overLong: OverLongQuery,
    private readonly reviewOverLong: ReviewOverLong,
    private readonly undoReview: UndoReview,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('over-long-loans.list')
  @ApiOkResponse({ type: OverLongPage })
  list(
    @From() caller: Caller,
    @Query() input: OverLongAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<OverLongLoan> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedOverLong, input, language, (page) =>
      this.overLong.list(page, schoolId),
    );
  }

  @Post('reviews')
  @HttpCode(200)
  @Does('over-long-loans.review')
  @ApiOkResponse({ type: ReviewsAnswer })
  review(
    @From() caller: Caller,
    @Body() input: ReviewsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reviewOverLong.execute(caller, input, request);
  }

  @Delete(':id/review')
  @HttpCode(204)
  @Does('over-long-loans.undo-review')
  @ApiNoContentResponse()
  undo(@From() caller: Caller, @Param('id') loanId: string): Promise<void> {
    return this.undoReview.execute(caller, pathId(loanId));
  }
}
