import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
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
import type { VendorId } from '@shulian/contracts/ids';
import { ChangeVendor } from './change-vendor.use-case.js';
import { EnterVendor } from './enter-vendor.use-case.js';
import { printedVendors } from './orders.format.js';
import { VendorAsked, VendorChangeAsked, VendorsAsked, VendorsPage, VendorView } from './vendors.http.js';
import { VendorsQuery } from './vendors.query.js';

@ApiTags('vendors')
@Controller('vendors')
export class VendorsController {
  constructor(
    private readonly vendors: VendorsQuery,
    private readonly enterVendor: EnterVendor,
    private readonly changeVendor: ChangeVendor,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('vendors.create')
  @ApiCreatedResponse({ type: VendorView })
  create(
    @From() caller: Caller,
    @Body() input: VendorAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterVendor.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Get()
  @Does('vendors.list')
  @ApiOkResponse({ type: VendorsPage })
  async list(
    @From() caller: Caller,
    @Query() input: VendorsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<VendorView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedVendors, input, language, (page) =>
      this.vendors.find(page, schoolId),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('vendors.read')
  @ApiOkResponse({ type: VendorView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<VendorView> {
    return this.vendors.byId(caller, pathId<VendorId>(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('vendors.change')
  @ApiOkResponse({ type: VendorView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: VendorChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeVendor.execute(caller, pathId<VendorId>(id), version, input, request);
  }
}
