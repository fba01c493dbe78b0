import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Documents, Does, pageOrDocument, ReadsIn, type Language, type Page } from '@shulian/service-kit';
import { printedClasses, printedNewPurchases, printedNewTitles } from './browsing.format.js';
import {
  ClassesAsked,
  ClassesPage,
  NewPurchasesAsked,
  NewPurchasesPage,
  NewTitlesAsked,
  NewTitlesPage,
  type ClassOfTitles,
  type NewPurchase,
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

  @Get('new-purchases')
  @Does('new-titles.purchases')
  @ApiOkResponse({ type: NewPurchasesPage })
  purchases(
    @Query() input: NewPurchasesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<NewPurchase> | StreamableFile> {
    return pageOrDocument(this.documents, printedNewPurchases, input, language, (page) =>
      this.browsing.purchases(page),
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
