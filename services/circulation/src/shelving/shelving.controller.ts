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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { MarkShelved } from './mark-shelved.use-case.js';
import { RemoveTidying } from './remove-tidying.use-case.js';
import { printedCycles, printedReturnedCopies } from './shelving.format.js';
import {
  CyclesAsked,
  DailyCyclesPage,
  ReturnedCopiesAsked,
  ReturnedCopiesPage,
  ShelvingAnswer,
  ShelvingAsked,
  TidyingAsked,
  TidyingView,
  type DailyCycle,
  type ReturnedCopy,
} from './shelving.http.js';
import { ShelvingQuery } from './shelving.query.js';
import { TidyShelves } from './tidy-shelves.use-case.js';

@Controller()
export class ShelvingController {
  constructor(
    private readonly shelving: ShelvingQuery,
    private readonly markShelved: MarkShelved,
    private readonly tidyShelves: TidyShelves,
    private readonly removeTidying: RemoveTidying,
    private readonly documents: Documents,
  ) {}

  @Get('returned-copies')
  @Does('returned-copies.list')
  @ApiOkResponse({ type: ReturnedCopiesPage })
  list(
    @From() caller: Caller,
    @Query() input: ReturnedCopiesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ReturnedCopy> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedReturnedCopies, input, language, (page) =>
      this.shelving.list(page, schoolId),
    );
  }

  @Post('returned-copies/marks')
  @HttpCode(200)
  @Does('returned-copies.mark')
  @ApiOkResponse({ type: ShelvingAnswer })
  mark(
    @From() caller: Caller,
    @Body() input: ShelvingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.markShelved.execute(caller, input, request);
  }

  @Get('daily-cycles')
  @Does('daily-cycles.list')
  @ApiOkResponse({ type: DailyCyclesPage })
  cycles(
    @From() caller: Caller,
    @Query() input: CyclesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DailyCycle> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCycles, input, language, (page) =>
      this.shelving.cycles(page, schoolId),
    );
  }

  @Post('shelf-tidyings')
  @HttpCode(201)
  @Does('shelf-tidyings.create')
  @ApiCreatedResponse({ type: TidyingView })
  tidy(
    @From() caller: Caller,
    @Body() input: TidyingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.tidyShelves.execute(caller, input, request);
  }

  @Delete('shelf-tidyings/:id')
  @HttpCode(204)
  @Does('shelf-tidyings.remove')
  @ApiNoContentResponse()
  untidy(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeTidying.execute(caller, pathId(id));
  }
}
