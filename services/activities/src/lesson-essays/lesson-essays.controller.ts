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
import { printedEssays } from './lesson-essays.format.js';
import { EssayAsked, EssaysAsked, EssaysPage, EssayView } from './lesson-essays.http.js';
import { LessonEssaysQuery } from './lesson-essays.query.js';
import { WriteEssay } from './write-essay.use-case.js';

type Request = DeskRequest | null;

@ApiTags('lesson-essays')
@Controller('lesson-essays')
export class LessonEssaysController {
  constructor(
    private readonly essays: LessonEssaysQuery,
    private readonly write: WriteEssay,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('lesson-essays.create')
  @ApiCreatedResponse({ type: EssayView })
  create(@From() caller: Caller, @Body() input: EssayAsked, @Once() request: Request): Promise<Answer> {
    return this.write.execute(caller, input, request);
  }

  @Get()
  @Does('lesson-essays.list')
  @ApiOkResponse({ type: EssaysPage })
  list(
    @From() caller: Caller,
    @Query() input: EssaysAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EssayView> | StreamableFile> {
    return pageOrDocument(this.documents, printedEssays, input, language, (page) =>
      this.essays.list(caller, page),
    );
  }

  @Get(':id')
  @Does('lesson-essays.read')
  @ApiOkResponse({ type: EssayView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<EssayView> {
    return this.essays.byId(caller, pathId(id));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Does('lesson-essays.withdraw')
  @ApiOkResponse({ type: EssayView })
  withdraw(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.write.withdraw(caller, pathId(id), request);
  }
}
