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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { printedCertificates } from './certificates.format.js';
import {
  CertificateIssueAsked,
  CertificatesAsked,
  CertificatesEntered,
  CertificatesListAsked,
  CertificatesPage,
  CertificateView,
} from './certificates.http.js';
import { CertificatesQuery } from './certificates.query.js';
import { HoldCertificates } from './hold-certificates.use-case.js';

@ApiTags('archives')
@Controller('archive-certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesQuery,
    private readonly hold: HoldCertificates,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('archive-certificates.enter')
  @ApiCreatedResponse({ type: CertificatesEntered })
  enter(
    @From() caller: Caller,
    @Body() asked: CertificatesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.hold.enter(caller, asked, request);
  }

  @Get()
  @Does('archive-certificates.list')
  @ApiOkResponse({ type: CertificatesPage })
  list(
    @From() caller: Caller,
    @Query() asked: CertificatesListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CertificateView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedCertificates, asked, language, (page) =>
      this.certificates.find(page, schoolId),
    );
  }

  @Post(':id/issue')
  @HttpCode(200)
  @Does('archive-certificates.issue')
  @ApiOkResponse({ type: CertificateView })
  issue(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: CertificateIssueAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.hold.issue(caller, pathId(id), asked, request);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Does('archive-certificates.reopen')
  @ApiOkResponse({ type: CertificateView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.hold.reopen(caller, pathId(id), request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('archive-certificates.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.hold.remove(caller, pathId(id));
  }
}
