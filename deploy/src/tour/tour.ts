import { PublicApi } from '../sample/public-api.js';
import { arrival, lendToAClass, pressTwice, refusals } from './at-the-desk.js';
import { holdAndReturn, readingNote, renewal } from './holds-and-notes.js';
import { Narrator, type Language } from './narrator.js';
import { followEvents } from './overheard-events.js';
import { importCatalogue, importRoster, openSchool } from './the-school.js';
import { figures, listenBack } from './what-follows.js';

export type TourAsked = {
  readonly baseUrl: string;
  readonly adminPassword: string;
  readonly language: Language;
};

/** The main job of a school library, through the public API alone, in a school of its own; true when all was as it should be. */
export async function runTour({ baseUrl, adminPassword, language }: TourAsked): Promise<boolean> {
  const say = new Narrator(language);
  const admin = new PublicApi(baseUrl, { username: 'admin', password: adminPassword });

  say.chapter('一、开一所学校', '1. A school joins the county');
  const school = await openSchool(admin, say);
  const overheard = await followEvents(baseUrl, await school.librarian.accessToken());

  say.chapter('二、导入书目与名册', '2. A MARC file and a roster are imported');
  await importCatalogue(school, say);
  await importRoster(school, say);

  say.chapter('三、借书', '3. Copies are lent');
  await arrival(school, say);
  const loans = await lendToAClass(school, say);
  await pressTwice(school, say);

  say.chapter('四、不借也讲理由', '4. A refusal gives its reasons');
  await refusals(school, say);

  say.chapter('五、续借、归还、预约', '5. Renewal, return, hold');
  const renewed = await renewal(school, say);
  const returned = await holdAndReturn(school, loans, say);

  say.chapter('六、读书笔记', '6. A reading note opens the gate');
  const noted = await readingNote(school, say);

  say.chapter('七、由事件得出的数字', '7. The figures that follow from the events');
  await figures(
    school,
    { loans: loans.size + 1 + renewed.lent + returned.lent + noted.lent, returns: returned.returned },
    say,
  );
  await listenBack(overheard, say);
  return say.close();
}
