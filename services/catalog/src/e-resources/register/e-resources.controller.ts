import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
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
  ListAsked,
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
import { EndOrShowEResource } from './end-or-show-e-resource.use-case.js';
import { EnterTerm } from './enter-term.use-case.js';
import { printedEResources, printedRenewals, printedTerms } from './e-resources.format.js';
import {
  EResourceAsked,
  EResourceChangeAsked,
  EResourceEndAsked,
  EResourcesAsked,
  EResourcesPage,
  EResourceView,
  RenewalsAsked,
} from './e-resources.http.js';
import { TermCorrectionAsked, TermLineAsked, TermLinesPage, TermLineView } from './terms.http.js';
import { EResourcesQuery } from './e-resources.query.js';
import { KeepEResource } from './keep-e-resource.use-case.js';

@ApiTags('e-resources')
@Controller()
export class EResourcesController {
  constructor(
    private readonly resources: EResourcesQuery,
    private readonly keep: KeepEResource,
    private readonly terms: EnterTerm,
    private readonly ending: EndOrShowEResource,
    private readonly documents: Documents,
  ) {}

  @Post('e-resources')
  @HttpCode(201)
  @Versioned()
  @Does('e-resources.create')
  @ApiCreatedResponse({ type: EResourceView })
  create(
    @From() caller: Caller,
    @Body() asked: EResourceAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.add(caller, asked, request);
  }

  @Get('e-resources')
  @Does('e-resources.list')
  @ApiOkResponse({ type: EResourcesPage })
  list(
    @From() caller: Caller,
    @Query() asked: EResourcesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EResourceView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    return pageOrDocument(this.documents, printedEResources, asked, language, (page) =>
      this.resources.find(page, schoolId),
    );
  }

  @Get('e-resource-renewals')
  @Does('e-resources.renewals')
  @ApiOkResponse({ type: EResourcesPage })
  renewals(
    @From() caller: Caller,
    @Query() asked: RenewalsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EResourceView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    return pageOrDocument(this.documents, printedRenewals, asked, language, (page) =>
      this.resources.renewals(page, schoolId),
    );
  }

  @Get('e-resources/:id')
  @Versioned()
  @Does('e-resources.read')
  @ApiOkResponse({ type: EResourceView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<EResourceView> {
    return this.resources.byId(caller, pathId(id));
  }

  @Patch('e-resources/:id')
  @Versioned()
  @Does('e-resources.change')
  @ApiOkResponse({ type: EResourceView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: EResourceChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, asked, request);
  }

  @Get('e-resources/:id/lines')
  @Does('e-resources.lines')
  @ApiOkResponse({ type: TermLinesPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() asked: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TermLineView> | StreamableFile> {
    const resource = await this.resources.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedTerms(resource), asked, language, (page) =>
      this.resources.lines(resource.id, page),
    );
  }

  @Post('e-resources/:id/lines')
  @HttpCode(201)
  @Does('e-resources.enter-line')
  @ApiCreatedResponse({ type: TermLineView })
  enter(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: TermLineAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.terms.enter(caller, pathId(id), asked, request);
  }

  @Post('e-resource-lines/:id/correction')
  @HttpCode(201)
  @Does('e-resources.correct-line')
  @ApiCreatedResponse({ type: TermLineView })
  correct(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: TermCorrectionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.terms.correct(caller, pathId(id), asked, request);
  }

  @Post('e-resources/:id/end')
  @HttpCode(200)
  @Versioned()
  @Does('e-resources.end')
  @ApiOkResponse({ type: EResourceView })
  end(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: EResourceEndAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.ending.end(caller, pathId(id), asked.reason, request);
  }

  @Post('e-resources/:id/reopening')
  @HttpCode(200)
  @Versioned()
  @Does('e-resources.reopen')
  @ApiOkResponse({ type: EResourceView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.ending.reopen(caller, pathId(id), request);
  }

  @Put('e-resources/:id/publication')
  @Versioned()
  @Does('e-resources.publish')
  @ApiOkResponse({ type: EResourceView })
  publish(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.ending.show(caller, pathId(id), request);
  }

  @Delete('e-resources/:id/publication')
  @Versioned()
  @Does('e-resources.unpublish')
  @ApiOkResponse({ type: EResourceView })
  unpublish(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.ending.takeBack(caller, pathId(id), request);
  }
}
