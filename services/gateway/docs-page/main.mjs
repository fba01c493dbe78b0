import { element } from './elements.mjs';
import { found, operationRow, operationsOf, titleOfTag } from './operations.mjs';
import { schemaPage } from './schemas.mjs';
import { showSession } from './session.mjs';
import { languageNow, said, switchLanguage, word } from './words.mjs';

const at = (id) => document.getElementById(id);
const [search, language, session, tags, main] = ['search', 'language', 'session', 'tags', 'main'].map(at);

const read = async (path) => {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

/** All operations, or those that were searched for, under their tags. */
const showOperations = ({ api, titles, operations }) => {
  const query = search.value.trim();
  const shown = query === '' ? operations : found(operations, query);
  const groups = groupsOf(shown);
  const sections = [...groups].map(([tag, rows]) =>
    element(
      'section',
      {},
      element('h2', { id: `tag/${tag}`, textContent: said(titleOfTag(api, tag), tag) }),
      ...rows.map((each) => operationRow(api, titles, each)),
    ),
  );
  main.replaceChildren(
    query === ''
      ? element(
          'div',
          {},
          element('h1', { textContent: `书联 Shulian · ${word('title')}` }),
          element('p', { className: 'note', textContent: word('about') }),
          element(
            'p',
            { className: 'chips' },
            ...['/openapi.json', '/asyncapi.json', '/problems'].map((href) =>
              element('a', { href, textContent: href }),
            ),
          ),
        )
      : element('p', {
          className: 'soft',
          textContent: shown.length === 0 ? word('nothing') : `${shown.length} ${word('found')}`,
        }),
    ...sections,
  );
  tags.replaceChildren(
    ...[...groups].map(([tag, rows]) =>
      element(
        'a',
        { href: `#tag/${tag}`, title: tag },
        said(titleOfTag(api, tag), tag),
        element('small', { textContent: String(rows.length) }),
      ),
    ),
  );
};

const groupsOf = (operations) => {
  const groups = new Map();
  for (const each of operations) groups.set(each.tag, [...(groups.get(each.tag) ?? []), each]);
  return groups;
};

/** The address names what is shown: a schema, an operation, a tag, or everything. */
const show = (county) => {
  const name = decodeURIComponent(location.hash.slice(1));
  if (name.startsWith('schema/')) {
    main.replaceChildren(schemaPage(county.api, name.slice('schema/'.length), county.operations));
    window.scrollTo(0, 0);
    return;
  }
  showOperations(county);
  const target = name === '' ? null : at(name);
  if (target instanceof HTMLDetailsElement) target.open = true;
  if (target === null) window.scrollTo(0, 0);
  else target.scrollIntoView();
};

const labelPage = () => {
  document.documentElement.lang = languageNow() === 'zh' ? 'zh-CN' : 'en';
  search.placeholder = word('search');
  search.setAttribute('aria-label', word('search'));
  language.textContent = word('other');
  showSession(session);
};

labelPage();
try {
  const [api, problems] = await Promise.all([read('/openapi.json'), read('/problems')]);
  const titles = Object.fromEntries(problems.items.map(({ code, title }) => [code, title]));
  const county = { api, titles, operations: operationsOf(api, titles) };
  show(county);
  addEventListener('hashchange', () => {
    if (location.hash !== '') search.value = '';
    show(county);
  });
  search.addEventListener('input', () => {
    if (location.hash !== '') history.replaceState(null, '', location.pathname);
    showOperations(county);
  });
  language.addEventListener('click', () => {
    switchLanguage();
    labelPage();
    show(county);
  });
} catch {
  main.replaceChildren(element('p', { className: 'status bad', textContent: word('away') }));
}
