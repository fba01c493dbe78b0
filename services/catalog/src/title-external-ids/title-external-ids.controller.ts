import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { TitleView } from '../titles/titles.http.js';
import { ForgetName } from './forget-name.use-case.js';
import { NameTitle } from './name-title.use-case.js';
import { printedTitleExternalIds } from './title-external-ids.format.js';
import {
  OfSchoolAsked,
  TitleExternalIdsAsked,
  TitleExternalIdsPage,
  TitleExternalIdView,
  TitleNamedAsked,
} from './title-external-ids.http.js';
import { TitleExternalIdsQuery } from './title-external-ids.query.js';

@ApiTags('titles')
@Controller()
export class TitleExternalIdsController {
  constructor(
    private readonly ids: TitleExternalIdsQuery,
    private readonly nameTitle: NameTitle,
    private readonly forgetName: ForgetName,
    private readonly documents: Documents,
  ) {}

  @Put('titles/by-external-id/:externalId')
  @Does('title-external-ids.put')
  @ApiOkResponse({ type: TitleExternalIdView })
  put(
    @From() caller: Caller,
    @Param('externalId') externalId: string,
    @Body() input: TitleNamedAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.nameTitle.execute(caller, externalId, input, request);
  }

  @Get('titles/by-external-id/:externalId')
  @Does('title-external-ids.read')
  @ApiOkResponse({ type: TitleView })
  named(
    @From() caller: Caller,
    @Param('externalId') externalId: string,
    @Query() { schoolId }: OfSchoolAsked,
  ): Promise<TitleView> {
    return this.ids.named(caller.schoolFor(schoolId), externalId);
  }

  @Delete('titles/by-external-id/:externalId')
  @HttpCode(204)
  @Does('title-external-ids.remove')
  @ApiNoContentResponse()
  remove(
    @From() caller: Caller,
    @Param('externalId') externalId: string,
    @Query() { schoolId }: OfSchoolAsked,
  ): Promise<void> {
    return this.forgetName.execute(caller, externalId, schoolId);
  }

  @Get('title-external-ids')
  @Does('title-external-ids.list')
  @ApiOkResponse({ type: TitleExternalIdsPage })
  list(
    @From() caller: Caller,
    @Query() input: TitleExternalIdsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TitleExternalIdView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedTitleExternalIds, input, language, (page) =>
      this.ids.list(page, schoolId),
    );
  }
}
