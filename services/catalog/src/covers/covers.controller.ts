import {
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Put,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { TitleId } from '@shulian/contracts/ids';
import { Does, fileOfForm, pathId, type RequestOfCaller } from '@shulian/service-kit';
import { Readable } from 'node:stream';
import { CoverAsked, CoverView } from './covers.http.js';
import { CoversQuery } from './covers.query.js';
import { PutCover } from './put-cover.use-case.js';
import { RemoveCover } from './remove-cover.use-case.js';

const MOST_BYTES_SENT = 10 * 1024 * 1024;

type Replying = { header(name: string, value: string): unknown; status(code: number): unknown };

@ApiTags('titles')
@Controller('titles/:id/cover')
export class CoversController {
  constructor(
    private readonly covers: CoversQuery,
    private readonly putCover: PutCover,
    private readonly removeCover: RemoveCover,
  ) {}

  @Get()
  @Does('covers.read')
  @ApiOkResponse({ content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } })
  async read(
    @Param('id') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: Replying,
  ): Promise<StreamableFile | undefined> {
    const fileId = await this.covers.fileOf(pathId<TitleId>(id));
    const tag = `"${fileId}"`;
    void reply.header('etag', tag);
    void reply.header('cache-control', 'private, no-cache');
    if (known === tag) return void reply.status(304);
    const { bytes, mediaType, size } = await this.covers.open(fileId);
    return new StreamableFile(Readable.from(bytes), { type: mediaType, length: size });
  }

  @Put()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: CoverAsked })
  @Does('covers.put')
  @ApiOkResponse({ type: CoverView })
  async put(@Param('id') id: string, @Req() request: RequestOfCaller): Promise<CoverView> {
    const titleId = pathId<TitleId>(id);
    return this.putCover.execute(titleId, await fileOfForm(request, MOST_BYTES_SENT));
  }

  @Delete()
  @HttpCode(204)
  @Does('covers.remove')
  @ApiNoContentResponse()
  remove(@Param('id') id: string): Promise<void> {
    return this.removeCover.execute(pathId<TitleId>(id));
  }
}
