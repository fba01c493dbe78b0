import type { ApiResponseOptions } from '@nestjs/swagger';

/** How the OpenAPI document shows an answer of server-sent events. @param example one event of it */
export const eventStream = (example: string): ApiResponseOptions => ({
  content: {
    'text/event-stream': {
      schema: {
        type: 'string',
        description: '服务器推送事件 server-sent events, one after the other',
        example,
      },
    },
  },
});
