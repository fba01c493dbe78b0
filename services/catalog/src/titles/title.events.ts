import { TitleDescribedV1 } from '@shulian/contracts/catalog';
import type { Announcement } from '@shulian/contracts/envelope';
import type { Title } from './rules/title.js';

export const titleDescribed = (title: Title): Announcement =>
  TitleDescribedV1.announce(
    {
      titleId: title.id,
      title: title.title,
      contributors: [...title.contributors],
      isbns: [...title.isbns],
      publisher: title.publisher,
      publishedYear: title.publishedYear,
      clc: title.clc,
      ...(title.kind === null ? {} : { kind: title.kind }),
    },
    title.version,
  );
