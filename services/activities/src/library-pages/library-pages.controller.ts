import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Does, pathId, type Page } from '@shulian/service-kit';
import {
  LibraryPagesAsked,
  LibraryPagesPage,
  LibraryPageView,
  ShownNoticesAsked,
  ShownNoticesPage,
  type LibraryNamed,
  type ShownNotice,
} from './library-pages.http.js';
import { LibraryPagesQuery } from './library-pages.query.js';

/** What everybody may read, without signing in. */
@ApiTags('library-pages')
@Controller('library-pages')
export class LibraryPagesController {
  constructor(private readonly pages: LibraryPagesQuery) {}

  @Get()
  @Does('library-pages.list')
  @ApiOkResponse({ type: LibraryPagesPage })
  list(@Query() input: LibraryPagesAsked): Promise<Page<LibraryNamed>> {
    return this.pages.schools(input);
  }

  @Get(':schoolId')
  @Does('library-pages.read')
  @ApiOkResponse({ type: LibraryPageView })
  read(@Param('schoolId') schoolId: string): Promise<LibraryPageView> {
    return this.pages.page(pathId(schoolId));
  }

  @Get(':schoolId/notices')
  @Does('library-pages.notices')
  @ApiOkResponse({ type: ShownNoticesPage })
  notices(
    @Param('schoolId') schoolId: string,
    @Query() input: ShownNoticesAsked,
  ): Promise<Page<ShownNotice>> {
    return this.pages.notices(pathId(schoolId), input);
  }
}
