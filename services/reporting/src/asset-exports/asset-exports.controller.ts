import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MEDIA_TYPES } from '@shulian/documents';
import { Caller, denied, Documents, Does, From, IfMatch, Once, pageOrDocument, pathId, ReadsIn, Versioned, type Answer, type DeskRequest, type Language, type Page } from '@shulian/service-kit'; // prettier-ignore
import { printedAssetExports } from './asset-exports.format.js';
import { AssetExportAsked, AssetExportsAsked, AssetExportsPage, AssetExportStepAsked, AssetExportView, AssetExportWhole, AssetProfileAsked, AssetProfileView } from './asset-exports.http.js'; // prettier-ignore
import { AssetExportsQuery } from './asset-exports.query.js';
import { MakeAssetExport } from './make-asset-export.use-case.js';
import { NoteExportStep } from './note-export-step.use-case.js';
import { PutAssetProfile } from './put-asset-profile.use-case.js';
import type { AssetProfile } from './rules/asset-profile.js';

@ApiTags('asset-exports')
@Controller()
export class AssetExportsController {
  constructor(
    private readonly exports: AssetExportsQuery,
    private readonly make: MakeAssetExport,
    private readonly noteStep: NoteExportStep,
    private readonly putProfile: PutAssetProfile,
    private readonly documents: Documents,
  ) {}

  @Get('asset-profile')
  @Versioned()
  @Does('asset-profile.read')
  @ApiOkResponse({ type: AssetProfileView })
  profile(): Promise<AssetProfile> {
    return this.exports.profile();
  }

  @Put('asset-profile')
  @Versioned()
  @Does('asset-profile.put')
  @ApiOkResponse({ type: AssetProfileView })
  put(
    @From() caller: Caller,
    @Body() input: AssetProfileAsked,
    @IfMatch() version: number,
  ): Promise<AssetProfile> {
    return this.putProfile.execute(caller, input, version);
  }

  @Post('asset-exports')
  @HttpCode(201)
  @Does('asset-exports.create')
  @ApiCreatedResponse({ type: AssetExportView })
  create(
    @From() caller: Caller,
    @Body() input: AssetExportAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.make.execute(caller, input, request);
  }

  @Get('asset-exports')
  @Does('asset-exports.list')
  @ApiOkResponse({ type: AssetExportsPage })
  async list(
    @From() caller: Caller,
    @Query() input: AssetExportsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AssetExportView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    if (schoolId === null && !caller.reach.county) throw denied();
    return pageOrDocument(this.documents, printedAssetExports, input, language, (page) =>
      this.exports.list(schoolId, page),
    );
  }

  @Get('asset-exports/:id')
  @Does('asset-exports.read')
  @ApiOkResponse({ type: AssetExportWhole })
  read(@From() caller: Caller, @Param('id') id: string): Promise<AssetExportWhole> {
    return this.exports.whole(caller, pathId(id));
  }

  @Get('asset-exports/:id/file')
  @Does('asset-exports.file')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async file(@From() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    const { content, format, name } = await this.exports.file(caller, pathId(id));
    return new StreamableFile(content, {
      type: format === 'json' ? 'application/json; charset=utf-8' : MEDIA_TYPES[format],
      disposition: `attachment; filename="${name}.${format}"`,
    });
  }

  @Post('asset-exports/:id/steps')
  @HttpCode(200)
  @Does('asset-exports.step')
  @ApiOkResponse({ type: AssetExportWhole })
  step(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AssetExportStepAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.noteStep.execute(caller, pathId(id), input, request);
  }
}
