import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Documents, Does, pageOrDocument, ReadsIn, type Language, type Page } from '@shulian/service-kit';
import { printedClasses, printedNewTitles } from './browsing.format.js';
import {
  ClassesAsked,
  ClassesPage,
  NewTitlesAsked,
  NewTitlesPage,
  type ClassOfTitles,
  type NewTitle,
} from './browsing.http.js';
import { BrowsingQuery } from './browsing.query.js';

@ApiTags('titles')
@Controller()
export class BrowsingController {
  constructor(
    private readonly browsing: BrowsingQuery,
    private readonly documents: Documents,
  ) {}

  @Get('new-titles')
  @Does('new-titles.list')
  @ApiOkResponse({ type: NewTitlesPage })
  newTitles(
    @Query() input: NewTitlesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<NewTitle> | StreamableFile> {
    return pageOrDocument(this.documents, printedNewTitles, input, language, (page) =>
      this.browsing.newTitles(page),
    );
  }

  @Get('classes-of-titles')
  @Does('classes-of-titles.list')
  @ApiOkResponse({ type: ClassesPage })
  classes(
    @Query() input: ClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClassOfTitles> | StreamableFile> {
    return pageOrDocument(this.documents, printedClasses, input, language, (page) =>
      this.browsing.classes(page),
    );
  }
}
